/**
 * `/report/`: a reader says what is wrong on a page. The form is a page of the live tree; it needs neither script nor cookie. Machines
 * are kept out by a field that people do not see, by the time a form takes, and by how many come from one place.
 */
import { randomBytes } from 'node:crypto'
import formBody from '@fastify/formbody'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { callerOf } from '../callers/caller-of.ts'
import { createLately } from '../callers/lately.ts'
import type { LiveFiles } from '../live-files.ts'
import { standingPage } from '../standing-page.ts'
import { type Filling, fillForm } from './fill-form.ts'
import { checkReport, type Fields, readForm } from './report.ts'
import { checkTicket, issueTicket } from './ticket.ts'

const ADDRESS = '/report/'
const THANKS = '/report/thanks/'
const WINDOW_MS = 10 * 60 * 1000
const MOST_OF_ONE = 5
const MOST_OF_ALL = 100
const MOST_BYTES = 64 * 1024
const EVERYBODY = ['everybody']

/** What is said above the form, each with its status and a code that stays. */
const refusals = {
  REPORT_INCOMPLETE: [422, '还没有提交：请按下面的提示改好，再点“提交”。'],
  REPORT_FORM_OLD: [422, '还没有提交：这一页打开得太久了，您写的都还在，请再点一次“提交”。'],
  REPORT_TOO_FAST: [422, '还没有提交：请看一遍您写的，过几秒再点“提交”。'],
  REPORT_TOO_MANY: [429, '还没有提交：提交得太多了，您写的都还在，请过十分钟再点“提交”。'],
  REPORT_FOREIGN: [403, '还没有提交：这次提交不是从本站的页面发出的，请看一遍您写的，再点“提交”。'],
  REPORT_CMS_AWAY: [503, '还没有提交：内容服务暂时没有响应，您写的都还在，请过一会儿再点“提交”。'],
} as const satisfies Record<string, readonly [number, string]>
type Refusal = keyof typeof refusals

type Context = {
  files: LiveFiles
  send: (fields: Fields) => Promise<void>
  sendNotFound: (request: FastifyRequest, reply: FastifyReply) => unknown
  now?: () => number
}

const nothingTyped: Fields = { page: '', problem: '', quote: '', contact: '' }

export async function serveReports(app: FastifyInstance, { files, send, sendNotFound, now = Date.now }: Context) {
  await app.register(formBody, { bodyLimit: MOST_BYTES })
  const secret = randomBytes(32).toString('base64url')
  const lately = createLately(WINDOW_MS)

  async function sendForm(request: FastifyRequest, reply: FastifyReply, filling: Omit<Filling, 'ticket'>) {
    const form = await standingPage(files, ADDRESS)
    if (!form) return sendNotFound(request, reply)
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8')
    return reply.send(fillForm(form.body.toString(), { ...filling, ticket: issueTicket(secret, now()) }))
  }

  const refuse = (
    request: FastifyRequest,
    reply: FastifyReply,
    refusal: Refusal,
    filling: Omit<Filling, 'ticket' | 'message'>,
  ) => {
    const [status, sentence] = refusals[refusal]
    reply.code(status).header('x-error-code', refusal)
    if (status === 429) reply.header('retry-after', Math.ceil(lately.endsInMs(now()) / 1000))
    return sendForm(request, reply, { ...filling, message: sentence })
  }

  app.get(ADDRESS, (request, reply) => {
    const { page } = readForm(request.query)
    return sendForm(request, reply, { fields: { ...nothingTyped, page } })
  })

  const isTooMany = (request: FastifyRequest) =>
    lately.note([callerOf(request)], now()) > MOST_OF_ONE || lately.note(EVERYBODY, now()) > MOST_OF_ALL

  app.post(ADDRESS, { bodyLimit: MOST_BYTES }, async (request, reply) => {
    const { ticket, website, ...fields } = readForm(request.body)
    if (request.headers['sec-fetch-site'] === 'cross-site') return refuse(request, reply, 'REPORT_FOREIGN', { fields })
    const state = checkTicket(ticket, secret, now())
    if (state === 'unknown') return refuse(request, reply, 'REPORT_FORM_OLD', { fields })
    const problems = checkReport(fields, (await standingPage(files, fields.page)) !== null)
    if (Object.keys(problems).length > 0) return refuse(request, reply, 'REPORT_INCOMPLETE', { fields, problems })
    if (state === 'too fast') return refuse(request, reply, 'REPORT_TOO_FAST', { fields })
    if (isTooMany(request)) return refuse(request, reply, 'REPORT_TOO_MANY', { fields })
    // a machine is told what it wants to hear
    if (website !== '') return reply.redirect(THANKS, 303)
    try {
      await send(fields)
    } catch (error) {
      request.log.error({ err: error }, 'a report was not taken')
      return refuse(request, reply, 'REPORT_CMS_AWAY', { fields })
    }
    return reply.redirect(THANKS, 303)
  })
}
