/**
 * Two instances on one PostgreSQL database: what is due at once is divided among them, and nothing is missed or doubled. On
 * SQLite, where there is one instance alone, the same work is done by that one.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createColumn, createDraft } from './setup/content.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const POSTS = 50
const isShared = Boolean(process.env.TEST_DATABASE_URL)

let cms: TestCms
let other: ChildProcess | null = null

async function startOther(): Promise<ChildProcess> {
  const script = path.join(import.meta.dirname, 'setup', 'second-instance.ts')
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  if (isShared) other = await startOther()
})
afterAll(async () => {
  other?.stdin?.end()
  if (other?.exitCode === null) await once(other, 'exit')
  await cms.stop()
})

it('publishes each of fifty posts that are due at once, once', async () => {
  const knex = cms.strapi.db.connection
  const documentIds: string[] = []
  for (let n = 0; n < POSTS; n += 1) documentIds.push((await createDraft(cms, { title: `第 ${n} 篇` })).documentId)
  const due = Date.now() + 1000
  await knex('schedules').insert(
    documentIds.map((document_id) => ({
      ...{ kind: 'article', document_id, action: 'publish', due_at_ms: due, next_try_ms: due, state: 'planned' },
      ...{ attempts: 0, planned_at_ms: due, planned_by_name: '测试' },
    })),
  )
  await cms.strapi.eventHub.emit('schedules.changed')
  other?.stdin?.write('\n')
  const done = () => knex('schedules').where({ state: 'done' }).select('document_id', 'attempts', 'claimed_by')
  await vi.waitFor(async () => expect(await done()).toHaveLength(POSTS), { timeout: 25_000, interval: 100 })

  const changes: { document_id: string; sequence: number | string; at_ms: number | string }[] = await knex(
    'publication_changes',
  )
    .where({ kind: 'article' })
    .orderBy('sequence')
  expect(changes.map((change) => change.document_id).sort()).toEqual(documentIds.sort())
  const first = Number(changes[0]?.sequence)
  expect(changes.map(({ sequence }) => Number(sequence))).toEqual(documentIds.map((_, n) => first + n))
  for (const { at_ms } of changes) expect(Number(at_ms)).toBeGreaterThanOrEqual(due)
  const hands = new Set((await done()).map(({ claimed_by }: { claimed_by: string }) => claimed_by.split('-')[0]))
  expect(hands.size, 'instances that took part').toBe(isShared ? 2 : 1)
})
