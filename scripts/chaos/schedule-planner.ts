/** Somebody at the desk who plans posts written before: some are to come out, others to be taken down. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { ARTICLES, COLLECTION, type Desk } from './desk.ts'

export type Planned = { documentId: string; n: number; action: 'publish' | 'unpublish'; due: Date }
export type Planner = Awaited<ReturnType<typeof openPlanner>>
type Post = Omit<Planned, 'due'> & { n: number }
type Column = { id: number; documentId: string; slug: string }

const ASK_AGAIN_MS = 20
const columnsSchema = z.object({
  results: z.array(z.object({ id: z.number(), documentId: z.string(), slug: z.string(), kind: z.string() })),
})
const createdSchema = z.object({ data: z.object({ documentId: z.string() }) })

const refusalSchema = z.object({ error: z.object({ details: z.object({ code: z.literal('SCHEDULE_PAST') }) }) })
const isPast = (answer: unknown) => refusalSchema.safeParse(answer).success

export const planAddress = (documentId: string) => `/admin/schedules/documents/api::article.article/${documentId}`

/** A column whose posts need no review. */
async function openColumn(desk: Desk): Promise<Column> {
  const { json } = await desk.read(`${COLLECTION}/api::column.column?pageSize=100`)
  const column = columnsSchema.parse(json).results.find(({ kind }) => kind === 'article')
  if (!column) throw new Error('there is no column of articles')
  await demand(desk, 'PUT', `${COLLECTION}/api::column.column/${column.documentId}`, { reviewLevels: 0 })
  return column
}

async function demand(desk: Desk, method: 'POST' | 'PUT', address: string, body: unknown): Promise<unknown> {
  const answer = await desk.send(method, address, body)
  if (!answer || answer.status >= 300) throw new Error(`${method} ${address}: ${JSON.stringify(answer)}`)
  return answer.json
}

const titleOf = (n: number) => `定时 ${n} 号`
const slugOf = (n: number) => `planned-${n}`

async function write(desk: Desk, column: Column, n: number, action: Planned['action']): Promise<Post> {
  const { id, documentId } = column
  const place = { connect: [{ id, documentId }], disconnect: [] }
  const form = { title: titleOf(n), slug: slugOf(n), body: '正文。', column: place }
  const json = await demand(desk, 'POST', action === 'publish' ? ARTICLES : `${ARTICLES}/actions/publish`, form)
  return { documentId: createdSchema.parse(json).data.documentId, n, action }
}

/** @param actions in turn: what is to be taken down is published at once */
export async function openPlanner(
  desk: Desk,
  count: number,
  signal: AbortSignal,
  actions: readonly Planned['action'][] = ['publish', 'unpublish'],
) {
  const column = await openColumn(desk)
  const waiting: Post[] = []
  for (let n = 0; n < count; n += 1)
    waiting.push(await write(desk, column, n, actions[n % actions.length] ?? 'publish'))
  const planned: Planned[] = []

  return {
    planned,
    addressOf: ({ n }: Planned) => `/${column.slug}/${slugOf(n)}/`,
    wordsOf: ({ n }: Planned) => titleOf(n),
    untilUp: async () => {
      await desk.read(`${COLLECTION}/api::column.column?pageSize=1`)
    },
    /**
     * Only what the CMS has acknowledged counts as planned.
     * @param soon asked again when a slow machine has let the moment pass
     */
    async plan(soon: () => Date): Promise<Planned> {
      const post = waiting.shift()
      if (!post) throw new Error('every post is planned already')
      for (;;) {
        const due = soon()
        const [publishAt, unpublishAt] = post.action === 'publish' ? [due, null] : [null, due]
        const answer = await desk.send('PUT', planAddress(post.documentId), { publishAt, unpublishAt })
        if (answer?.status === 200) {
          const made = { ...post, due }
          planned.push(made)
          return made
        }
        if (answer && !isPast(answer.json))
          throw new Error(`planning was answered with ${answer.status} ${JSON.stringify(answer.json)}`)
        await sleep(ASK_AGAIN_MS, undefined, { signal })
      }
    },
  }
}
