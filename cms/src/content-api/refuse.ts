import { errors } from '@strapi/utils'
import { type RefusalCode, refusals } from '../domain/content/refusals'

/** A 400 with a stable code in `error.details.code` and a Chinese message. */
export function refuse(code: RefusalCode, details: Record<string, unknown> = {}): never {
  throw new errors.ValidationError(refusals[code], { code, ...details })
}
