/** Refusals that the desk shows as the server words them: put into Chinese on their way out. */
import type { Core } from '@strapi/types'
import type { Context, Next } from 'koa'
import { patterns, sentences } from './error-words'

type FieldError = { path: string[]; message: string; name: string }
type Refusal = { name: string; message: string; details?: { errors?: FieldError[]; code?: string; field?: string } }

const PUBLIC_API = /^\/api\//i

export function translateError(message: string): string {
  if (sentences[message]) return sentences[message]
  for (const [pattern, replacement] of patterns) {
    const found = pattern.exec(message)
    if (found) return replacement.replace('$1', found[1])
  }
  return message
}

/** A form of the desk reads `details` as a list of errors by field, and stumbles over anything else that stands there. */
function showAtField({ name, message, details }: Refusal) {
  if (!details || details.errors || Object.keys(details).length === 0) return
  details.errors = details.field ? [{ path: [details.field], message, name }] : []
}

async function translateRefusals(context: Context, next: Next) {
  await next()
  const refusal = (context.body as { error?: Refusal } | undefined)?.error
  if (typeof refusal?.message !== 'string' || PUBLIC_API.test(context.path)) return
  refusal.message = translateError(refusal.message)
  showAtField(refusal)
  for (const error of refusal.details?.errors ?? []) error.message = translateError(error.message)
}

/** Call in `register`: it has to stand outside the middleware that turns an error into an answer. */
export function translateErrors(strapi: Core.Strapi) {
  strapi.server.use(translateRefusals)
}
