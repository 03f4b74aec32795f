/** Strapi's own refusals on the public API speak English; people get a Chinese sentence and a stable code. */
import type { Context, Next } from 'koa'
import { type RefusalCode, refusals } from '../domain/content/refusals'

type Answer = { error?: { status: number; name: string; message: string; details?: Record<string, unknown> } }

const sentences: Record<number, [code: string, sentence: string]> = {
  400: ['BAD_REQUEST', '请求格式不对。'],
  401: ['UNAUTHORIZED', '请先登录，或出示有效的令牌。'],
  403: ['FORBIDDEN', '没有权限做这件事。'],
  404: ['NOT_FOUND', '没有找到。'],
  405: ['METHOD_NOT_ALLOWED', '这个地址不支持这种操作。'],
  413: ['TOO_LARGE', '内容太大，请减小后再试。'],
  415: ['UNSUPPORTED_TYPE', '不支持这种格式。'],
  429: ['TOO_MANY_REQUESTS', '操作太频繁，请稍后再试。'],
  500: ['INTERNAL', '服务器出了问题，已记入日志，请稍后再试。'],
}

/** Said of a file before anyone has looked into it. */
const filesSaid: Record<string, RefusalCode> = { 'Files are empty': 'FILE_EMPTY', FileTooBig: 'FILE_TOO_LARGE' }

const HAN = /\p{Script=Han}/u

function saidOf({ message, status }: { message: string; status: number }): [code: string, sentence: string] {
  const ofFile = filesSaid[message]
  return ofFile ? [ofFile, refusals[ofFile]] : (sentences[status] ?? sentences[status >= 500 ? 500 : 400])
}

export default () => async (ctx: Context, next: Next) => {
  await next()
  const error = (ctx.body as Answer | undefined)?.error
  if (!error || !/^\/api\//i.test(ctx.path) || HAN.test(error.message)) return
  const [code, sentence] = saidOf(error)
  ctx.body = { data: null, error: { ...error, message: sentence, details: { code, ...error.details } } }
}
