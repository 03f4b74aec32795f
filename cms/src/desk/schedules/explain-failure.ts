/** Why a schedule could not be carried out, for the person who planned it. */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import { type Kind, uidOf } from '../../domain/content/kinds'
import { translateError } from '../translate-errors'
import { views } from '../views'

type FieldError = { path?: (string | number)[]; message: string }
type Details = { code?: string; errors?: FieldError[] }

const CHINESE = /\p{Script=Han}/u
const UNEXPECTED = '系统遇到意外问题，已记入日志。请联系平台管理员。'
/** how Strapi says that a field is empty */
const EMPTY = /final value was: `(?:null|undefined)`|must be defined|is a required field|cannot be null/
const NOT_FOUND = '没有找到要发布的内容，可能已被删除。'

function labelOf(kind: Kind, field: string): string {
  const view = views.find(({ uid }) => uid === uidOf(kind))
  return view?.fields[field]?.label ?? field
}

function fieldWords(kind: Kind, { path = [], message }: FieldError): string {
  const label = `“${labelOf(kind, String(path[0] ?? ''))}”`
  if (EMPTY.test(message)) return `${label}还没有填写`
  const words = translateError(message)
  return `${label}${CHINESE.test(words) ? words.replace(/。$/, '') : '填写不符合要求'}`
}

export function explainFailure(_strapi: Core.Strapi, { kind }: { kind: Kind }, error: unknown) {
  if (error instanceof errors.NotFoundError) return { code: 'NOT_FOUND', text: NOT_FOUND }
  if (!(error instanceof errors.ApplicationError)) return { code: 'UNEXPECTED', text: UNEXPECTED }
  const { code, errors: fields = [] } = (error.details ?? {}) as Details
  const named = fields.filter(({ path }) => path && path.length > 0)
  if (!code && named.length > 0)
    return { code: 'INVALID_FIELDS', text: `${named.map((field) => fieldWords(kind, field)).join('；')}。` }
  const words = translateError(error.message)
  return { code: code ?? 'REFUSED', text: CHINESE.test(words) ? words : UNEXPECTED }
}
