/** The sample college's members: all kinds of them, invented, in a tree with its offices filled. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { officesOfSample, seedRoster } from '../seed/sample-roster.ts'
import { categories } from '../src/domain/dues/categories.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let added: number
let tookMs: number

beforeAll(async () => {
  cms = await startCms()
  const start = performance.now()
  added = await cms.strapi.db.transaction(() => seedRoster(cms.strapi, new Date()))
  tookMs = performance.now() - start
})
afterAll(() => cms.stop())

const all = (table: string) => cms.strapi.db.connection(table) as unknown as Promise<Record<string, string>[]>
function countBy(rows: Record<string, string>[], column: string): Record<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(row[column], (counts.get(row[column]) ?? 0) + 1)
  return Object.fromEntries(counts)
}

it('has a tree, and members of every category of dues', async () => {
  expect(countBy(await all('organisations'), 'kind')).toEqual({
    committee: 1,
    'general-branch': 4,
    branch: 11,
    group: 4,
  })
  const members = await all('members')
  expect(members).toHaveLength(added)
  expect(Object.keys(countBy(members, 'category')).sort()).toEqual([...categories].sort())
  expect(Object.keys(countBy(members, 'status')).sort()).toEqual(['full', 'probationary'])
})

it('shows nobody who lives: numbers of nobody’s phone, addresses of nowhere, no identity numbers', async () => {
  for (const { phone, mail, identity_sealed } of await all('members')) {
    expect(phone).toMatch(/^1990000\d{4}$/)
    expect(mail ?? '').toMatch(/^(?:[\w-]+@member\.example)?$/)
    expect(identity_sealed).toBeNull()
  }
})

it('has its offices filled', async () => {
  const offices = await all('offices')
  expect(offices).toHaveLength((await officesOfSample()).length)
  expect(countBy(offices, 'role')).toEqual({
    ...{ 'branch-secretary': 11, treasurer: 11, 'general-branch': 4, 'committee-staff': 2, auditor: 1 },
  })
})

it('costs a start little', () => {
  // about a third of a second on an idle machine
  expect(tookMs).toBeLessThan(10_000)
})
