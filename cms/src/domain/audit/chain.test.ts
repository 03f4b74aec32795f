import { describe, expect, it } from 'vitest'
import { BEGINNING, chained, checkLink, linkOf } from './chain'
import type { AuditRow } from './entry'
import { pendingRow } from './pending-row'

const entry = (title: string) =>
  pendingRow({
    at: new Date('2026-11-26T08:00:00Z'),
    actor: { kind: 'desk', id: '1', name: '王卫东', email: 'wang@portal.example', roles: '审核人' },
    ip: '10.0.0.1',
    userAgent: 'Firefox',
    act: 'content.publish',
    subject: { uid: 'api::article.article', id: 'abc', title },
    before: null,
    after: { 状态: '已发布' },
    result: 'ok',
    code: null,
  })

function chainOf(...titles: string[]): AuditRow[] {
  let last = BEGINNING
  return titles.map((title) => {
    const row = chained(entry(title), last)
    last = linkOf(row)
    return row
  })
}

function firstProblem(rows: AuditRow[]) {
  let last = BEGINNING
  for (const row of rows) {
    const problem = checkLink(row, last)
    if (problem) return [problem, row.sequence]
    last = linkOf(row)
  }
  return null
}

const rows = chainOf('一', '二', '三', '四')
const [one, two, three, four] = rows

describe('the chain', () => {
  it('is in order as it was written, whatever the order of a row’s fields', () => {
    expect(firstProblem(rows)).toBe(null)
    const turned = rows.map((row) => Object.fromEntries(Object.entries(row).reverse()) as AuditRow)
    expect(firstProblem(turned)).toBe(null)
    expect(rows.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4])
  })

  it.each(Object.keys(two).filter((name) => name !== 'sequence'))('shows that %s was altered', (name) => {
    const altered = { ...two, [name]: name === 'at_ms' ? 1 : 'x' } as AuditRow
    expect(firstProblem([one, altered, three, four])).toEqual(['altered', 2])
  })

  it('shows a removed row', () => {
    expect(firstProblem([one, three, four])).toEqual(['missing', 3])
    expect(firstProblem([two, three, four])).toEqual(['missing', 2])
  })

  it('shows a row that was put in', () => {
    expect(firstProblem([one, one, two])).toEqual(['inserted', 1])
  })

  it('shows a row that was made anew with a right hash of its own', () => {
    const forged = chained(entry('假'), linkOf(one))
    expect(firstProblem([one, forged, three])).toEqual(['unchained', 3])
  })
})

it('keeps what both databases give back as it was', () => {
  const row = entry(`a\0b\uD800c${'长'.repeat(300)}`)
  expect(row.subject_title?.startsWith('a\uFFFDb\uFFFDc长')).toBe(true)
  expect(Array.from(row.subject_title ?? '')).toHaveLength(255)
})
