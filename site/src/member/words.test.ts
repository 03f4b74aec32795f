import { expect, it } from 'vitest'
import { sumUp } from './branch/sum-up.ts'
import { tidyMonth } from './month.ts'
import { masked, monthsBack, percent, shareOf, yuan } from './words.ts'

it('writes fen as yuan to the letter', () => {
  expect([0, 1, 99, 100, 3457, 999_999_999].map(yuan)).toEqual(['0.00', '0.01', '0.99', '1.00', '34.57', '9999999.99'])
})

it('writes rates as people say them', () => {
  expect(['0.005', '0.01', '0.015', '0.02', '1', '0.0125', '0.1'].map(percent)).toEqual([
    ...['0.5%', '1%', '1.5%', '2%', '100%', '1.25%', '10%'],
  ])
})

it('never says that all is paid before it is', () => {
  expect([shareOf(0, 0), shareOf(0, 3), shareOf(999, 1000), shareOf(3, 3)]).toEqual([100, 0, 99, 100])
})

it('counts months back over the turn of a year', () => {
  expect(monthsBack('2026-02-28', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
})

it('masks what somebody is reached by', () => {
  expect([masked('13900005678'), masked('zhang@example.edu.cn'), masked('12345')]).toEqual([
    ...['139****5678', 'z***@example.edu.cn', '*****'],
  ])
})

it('reads months as people write them, and leaves the rest to be refused', () => {
  expect(['2026-11', '2026年3月', '２０２６．３', '2026/03', '11月'].map(tidyMonth)).toEqual([
    ...['2026-11', '2026-03', '2026-03', '2026-03', '11月'],
  ])
})

const row = (id: string, parentId: string | null, members: number, dissolvedOn: string | null = null) => ({
  ...{ id, name: id, parentId, members, dissolvedOn, settled: 1 },
  ...{ kind: 'branch' as const, dueFen: members * 10, paidFen: 10 },
})

it('adds up what is below, however deep, and drops what was dissolved without a bill', () => {
  const rows = [row('a', null, 0), row('b', 'a', 1), row('c', 'b', 2), row('d', 'a', 4), row('e', 'a', 0, '2026-01-01')]
  expect(sumUp(rows).map(({ id, members, depth }) => [id, members, depth])).toEqual([
    ['a', 7, 0],
    ['b', 3, 1],
    ['c', 2, 2],
    ['d', 4, 1],
  ])
  // a general branch sees no committee above it
  expect(sumUp([row('b', 'a', 1), row('c', 'b', 2)]).map(({ depth }) => depth)).toEqual([0, 1])
})
