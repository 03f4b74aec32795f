/** Everything that is refused here, with its code and what people read. */
import type { FastifyReply } from 'fastify'

const refusals = {
  MALFORMED_REQUEST: { status: 400, message: '请求的内容不对，请刷新页面后再试。' },
  UNKNOWN_PUSH_SERVICE: { status: 400, message: '本站还不支持这个浏览器的提醒服务，请换用 Edge、Firefox 或 Safari。' },
  NOTHING_CHOSEN: { status: 400, message: '请至少选一个栏目。' },
  NOT_SUBSCRIBED: { status: 404, message: '这台设备没有打开提醒。' },
  TOO_LARGE: { status: 413, message: '请求的内容太长。' },
  TOO_MANY_REQUESTS: { status: 429, message: '操作太频繁，请过十分钟再试。' },
  TOO_MANY_DEVICES: { status: 503, message: '接收提醒的设备已经满了，请过几天再试，或改用订阅源。' },
  FAILED: { status: 500, message: '服务器出了问题，请稍后再试。' },
} as const
export type RefusalCode = keyof typeof refusals

export function refuse(reply: FastifyReply, code: RefusalCode) {
  const { status, message } = refusals[code]
  return reply.code(status).send({ data: null, error: { status, name: 'PushError', message, details: { code } } })
}
