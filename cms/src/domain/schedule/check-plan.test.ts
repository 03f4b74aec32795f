import { describe, expect, it } from 'vitest'
import { checkPlan, latestDue, type Planned } from './check-plan'
import { NO_PLAN, type Plan } from './schedule'

const now = new Date('2026-11-26T01:00:00Z')
const at = (ms: number) => new Date(now.getTime() + ms)
const HOUR_MS = 3_600_000

const document = (data: Partial<Planned> = {}): Planned => ({
  ...{ isPublic: false, needsColumn: true, column: { visible: true, takesKind: true } },
  ...{ pinnedUntil: null, reviewsMissing: [] },
  ...data,
})
const codes = (wanted: Partial<Plan>, data: Partial<Planned> = {}, current: Partial<Plan> = {}) =>
  checkPlan({ ...NO_PLAN, ...wanted }, { ...NO_PLAN, ...current }, document(data), now).map(({ code }) => code)

describe('a moment', () => {
  it.each([
    [0, ['SCHEDULE_PAST']],
    [999, ['SCHEDULE_PAST']],
    [1000, []],
    [-HOUR_MS, ['SCHEDULE_PAST']],
  ])('%d ms from now', (ms, expected) => {
    expect(codes({ publishAt: at(ms) })).toEqual(expected)
    expect(codes({ unpublishAt: at(ms) }, { isPublic: true })).toEqual(expected)
  })

  it('may be two years ahead to the millisecond', () => {
    const latest = latestDue(now)
    expect(latest.toISOString()).toBe('2028-11-26T01:00:00.000Z')
    expect(codes({ publishAt: latest })).toEqual([])
    expect(codes({ publishAt: new Date(latest.getTime() + 1) })).toEqual(['SCHEDULE_TOO_FAR'])
    expect(codes({ unpublishAt: new Date(latest.getTime() + 1) }, { isPublic: true })).toEqual(['SCHEDULE_TOO_FAR'])
  })

  it('counts years from 29 February to 1 March', () => {
    expect(latestDue(new Date('2028-02-29T00:00:00Z')).toISOString()).toBe('2030-03-01T00:00:00.000Z')
  })

  it('that stays as it was may have come', () => {
    expect(codes({ publishAt: at(-5), unpublishAt: at(HOUR_MS) }, {}, { publishAt: at(-5) })).toEqual([])
    expect(codes({ publishAt: at(-5) }, {}, { publishAt: at(-6) })).toEqual(['SCHEDULE_PAST'])
  })
})

describe('the order', () => {
  it.each([
    [-1, ['SCHEDULE_ORDER']],
    [0, ['SCHEDULE_ORDER']],
    [1, []],
  ])('taken down %d ms after it is published', (ms, expected) => {
    expect(codes({ publishAt: at(HOUR_MS), unpublishAt: at(HOUR_MS + ms) })).toEqual(expected)
  })

  it('there must be something to take down', () => {
    expect(codes({ unpublishAt: at(HOUR_MS) })).toEqual(['SCHEDULE_NOTHING_TO_TAKE_DOWN'])
    expect(codes({ unpublishAt: at(HOUR_MS) }, { isPublic: true })).toEqual([])
  })
})

describe('the column', () => {
  it.each<[string, Partial<Planned>, string[]]>([
    ['missing', { column: null }, ['SCHEDULE_COLUMN_MISSING']],
    ['not needed', { column: null, needsColumn: false }, []],
    ['hidden', { column: { visible: false, takesKind: true } }, ['SCHEDULE_COLUMN_HIDDEN']],
    [
      'hidden, of a page',
      { needsColumn: false, column: { visible: false, takesKind: true } },
      ['SCHEDULE_COLUMN_HIDDEN'],
    ],
    ['of another kind', { column: { visible: false, takesKind: false } }, ['SCHEDULE_COLUMN_KIND']],
  ])('%s', (_name, data, expected) => {
    expect(codes({ publishAt: at(HOUR_MS) }, data)).toEqual(expected)
  })

  it('does not matter for taking down', () => {
    expect(codes({ unpublishAt: at(HOUR_MS) }, { isPublic: true, column: null })).toEqual([])
  })
})

describe('pinning and reviews', () => {
  it.each([
    [-1, ['SCHEDULE_PIN_OVER']],
    [0, ['SCHEDULE_PIN_OVER']],
    [1, []],
  ])('pinned until %d ms after it is published', (ms, expected) => {
    expect(codes({ publishAt: at(HOUR_MS) }, { pinnedUntil: at(HOUR_MS + ms) })).toEqual(expected)
  })

  it('names the reviews that are missing', () => {
    const problems = checkPlan(
      { ...NO_PLAN, publishAt: at(HOUR_MS) },
      NO_PLAN,
      document({ reviewsMissing: ['终审'] }),
      now,
    )
    expect(problems).toEqual([{ code: 'SCHEDULE_REVIEWS_MISSING', field: 'publishAt', details: ['终审'] }])
  })
})

it('says everything at once', () => {
  const wanted = { publishAt: at(-HOUR_MS), unpublishAt: at(-2 * HOUR_MS) }
  expect(codes(wanted, { column: null, pinnedUntil: at(-3 * HOUR_MS), reviewsMissing: ['初审'] })).toEqual([
    ...['SCHEDULE_PAST', 'SCHEDULE_PAST', 'SCHEDULE_ORDER', 'SCHEDULE_COLUMN_MISSING', 'SCHEDULE_PIN_OVER'],
    'SCHEDULE_REVIEWS_MISSING',
  ])
})

it('lets everything be cancelled', () => {
  expect(codes({}, { column: null, reviewsMissing: ['初审'] }, { publishAt: at(-1) })).toEqual([])
})
