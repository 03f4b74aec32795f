/** `/search/?q=…` and what is suggested while somebody types. Answers are kept by nobody, and found by no search engine. */
import compress from '@fastify/compress'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { paths } from '../../src/content/paths.ts'
import { plainPage } from '../plain-pages.ts'
import { readAsked } from './asked.ts'
import { callerOf, createAllowance } from './caller.ts'
import { type RefusalCode, refusalBody, refusals } from './messages.ts'
import { withAssets } from './own-assets.ts'
import { isFull, startSearchThread } from './search-thread.ts'
import type { Answer, SearchThreadData, Task } from './search-worker.ts'
import type { Refusal } from './words.ts'

export type SearchSettings = SearchThreadData & {
  liveDir: string
  /** how long an answer may take */
  limitMs: number
}

type Refused = {
  kind: 'refused'
  status: 429 | 503 | 500
  code: Exclude<RefusalCode, Refusal>
}
const COMPRESS_FROM_BYTES = 512
const AGAIN_AFTER_S: Record<Refused['status'], string> = { 429: '5', 503: '10', 500: '10' }

const refused = (status: Refused['status'], code: Refused['code']): Refused => ({ kind: 'refused', status, code })

export function registerSearch(app: FastifyInstance, settings: SearchSettings) {
  const onProblem = (error: Error) => app.log.error({ err: error }, 'the search thread ended, another one begins')
  const thread = startSearchThread({ ...settings, onProblem })
  const allowance = createAllowance()
  app.addHook('onClose', () => thread.close())

  async function ask(request: FastifyRequest, task: Task): Promise<Answer | Refused> {
    if (!allowance.spend(callerOf(request))) return refused(429, 'TOO_MANY_REQUESTS')
    try {
      const answer = await thread.ask(task)
      return answer.kind === 'not-ready' ? refused(503, 'SEARCH_NOT_READY') : answer
    } catch (error) {
      if (isFull(error)) return refused(503, 'SEARCH_BUSY')
      app.log.error({ err: error }, 'search failed')
      return refused(500, 'SEARCH_FAILED')
    }
  }

  const prepared = (reply: FastifyReply) => reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })

  app.register(async (scope) => {
    await scope.register(compress, { threshold: COMPRESS_FROM_BYTES, encodings: ['br', 'gzip'] })
    scope.get(paths.search, async (request, reply) => {
      const answer = await ask(request, { kind: 'page', asked: readAsked(request.query) })
      prepared(reply).type('text/html; charset=utf-8')
      // the form alone is a page like others; what it finds is not
      if (!request.url.includes('?')) reply.removeHeader('x-robots-tag')
      if (answer.kind === 'page') return reply.code(answer.status).send(withAssets(answer.html, settings.liveDir))
      if (answer.kind !== 'refused') throw new Error(`a page was asked for, ${answer.kind} came`)
      return reply
        .code(answer.status)
        .header('retry-after', AGAIN_AFTER_S[answer.status])
        .send(plainPage('暂时不能搜索', refusals[answer.code]))
    })

    scope.get(paths.suggestions, async (request, reply) => {
      const answer = await ask(request, { kind: 'suggestions', q: readAsked(request.query).q })
      prepared(reply)
      if (answer.kind === 'suggestions') return reply.send({ data: answer.suggestions })
      if (answer.kind !== 'refused') throw new Error(`suggestions were asked for, ${answer.kind} came`)
      return reply
        .code(answer.status)
        .header('retry-after', AGAIN_AFTER_S[answer.status])
        .send(refusalBody(answer.status, answer.code))
    })
  })
}
