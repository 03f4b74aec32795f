import { errors } from '@strapi/utils'
import { type RefusalCode, refusals } from '../domain/content/refusals'

/**
 * A 400 with a stable code in `error.details.code` and a Chinese message.
 * @param sentence where the case at hand says more than the code does
 */
export function refuse(
  code: RefusalCode,
  details: Record<string, unknown> = {},
  sentence: string = refusals[code],
): never {
  throw new errors.ValidationError(sentence, { code, ...details })
}
