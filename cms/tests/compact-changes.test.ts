/** The change log stays bounded, and a follower from any time still learns everything. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publisher } from './setup/callers.ts'
import { createColumn, createPublished, publish } from './setup/content.ts'
import { get } from './setup/http.ts'
import { latestSequence, reportOf, sendReport } from './setup/reports.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

type Change = { sequence: number; documentId: string; event: string; document: { title?: string } | null }

const DAY_MS = 24 * 60 * 60 * 1000

let cms: TestCms

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
})
afterAll(() => cms.stop())

const articles = () => cms.strapi.documents('api::article.article')
const log = () => cms.strapi.db.connection('publication_changes')

async function follow(after: number) {
  const { body } = await get(cms, `/api/publication/changes?after=${after}`, publisher)
  return body.data as Change[]
}

async function edit(documentId: string, title: string) {
  await articles().update({ documentId, data: { title } as never })
  await publish(cms, { documentId })
}

type Job = { name: string | null; job: { invoke(): Promise<void> } }
const compact = () =>
  (cms.strapi.cron.jobs as unknown as Job[]).find(({ name }) => name === 'compactChanges')?.job.invoke()

it('drops what a later row of the same document tells, when it is old and live', async () => {
  const { documentId: edited } = await createPublished(cms, { title: '第一版' })
  await edit(edited, '第二版')
  await edit(edited, '第三版')
  const { documentId: gone } = await createPublished(cms)
  await articles().unpublish({ documentId: gone })
  const { documentId: waiting } = await createPublished(cms)
  await edit(waiting, '还没有上线')
  const untouched = await follow(0)
  await sendReport(cms, reportOf(await latestSequence(cms)))
  await log().update({ at_ms: Date.now() - 91 * DAY_MS })
  await log().where({ document_id: waiting }).update({ live_at_ms: null })
  await edit(edited, '第四版')
  await edit(edited, '第五版')
  const latest = await latestSequence(cms)

  await compact()

  const eventsOf = async (id: string) => (await follow(0)).filter(({ documentId }) => documentId === id)
  expect((await eventsOf(edited)).map(({ document }) => document?.title)).toEqual(['第五版', '第五版'])
  expect(await eventsOf(gone)).toMatchObject([{ event: 'unpublished', document: null }])
  expect(await eventsOf(waiting)).toHaveLength(2)
  expect(await latestSequence(cms)).toBe(latest)
  for (const { sequence } of untouched) {
    const known = new Set((await follow(sequence - 1)).map(({ documentId }) => documentId))
    for (const later of untouched.filter((one) => one.sequence >= sequence)) {
      expect(known, `asked from ${sequence}`).toContain(later.documentId)
    }
  }
})
