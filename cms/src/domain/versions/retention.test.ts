import { describe, expect, it } from 'vitest'
import { chooseExpired, type Kept } from './retention'

const now = new Date('2026-11-26T04:00:00Z')
const policy = { allDays: 90, dailyDays: 365 }
const DAY_MS = 24 * 60 * 60 * 1000

const version = (number: number, at: string, isPublished = false): Kept => ({ number, at: new Date(at), isPublished })
const daysAgo = (number: number, days: number, moreMs = 0): Kept => {
  return { number, at: new Date(now.getTime() - days * DAY_MS - moreMs), isPublished: false }
}

describe('which versions go', () => {
  it.each<[string, Kept[], number[]]>([
    ['none of none', [], []],
    ['not the newest, however old', [version(1, '2020-01-01T00:00:00Z')], []],
    ['none of the last 90 days', [daysAgo(1, 90), daysAgo(2, 90), daysAgo(3, 0)], []],
    ['of older days all but the last', [daysAgo(1, 90, 2), daysAgo(2, 90, 1), daysAgo(3, 0)], [1]],
    ['not the last of a day within a year', [daysAgo(1, 365), daysAgo(2, 0)], []],
    ['even the last of a day after a year', [daysAgo(1, 365, 1), daysAgo(2, 0)], [1]],
    [
      'no published one',
      [version(1, '2020-01-01T00:00:00Z', true), version(2, '2020-01-01T00:00:01Z'), daysAgo(3, 0)],
      [2],
    ],
    [
      'a published one counts as the last of its day',
      [version(1, '2026-08-01T01:00:00Z'), version(2, '2026-08-01T02:00:00Z', true), daysAgo(3, 0)],
      [1],
    ],
    [
      'days are those of Beijing',
      [version(1, '2026-08-01T15:59:59Z'), version(2, '2026-08-01T16:00:00Z'), daysAgo(3, 0)],
      [],
    ],
    [
      'within one day of Beijing',
      [version(1, '2026-08-01T16:00:00Z'), version(2, '2026-08-02T15:59:59Z'), daysAgo(3, 0)],
      [1],
    ],
  ])('%s', (_what, versions, gone) => {
    expect(chooseExpired(versions, now, policy)).toEqual(gone)
    expect(chooseExpired(versions.toReversed(), now, policy)).toEqual(gone)
  })

  it('chooses nothing a second time', () => {
    const versions = Array.from({ length: 400 }, (_, index) => daysAgo(400 - index, index, index % 7))
    const gone = new Set(chooseExpired(versions, now, policy))
    const left = versions.filter(({ number }) => !gone.has(number))
    expect(chooseExpired(left, now, policy)).toEqual([])
  })
})
