import { describe, expect, it } from 'vitest'
import {
  checkApprove,
  checkPublish,
  checkReturn,
  checkSubmit,
  checkUrgent,
  checkWithdraw,
  type Reviewer,
} from './check-act'
import type { Level } from './levels'
import { resolveReview } from './state'
import { list } from './testing/acts'

const ALL: Level[] = [1, 2, 3]
const at = (acts: string, fingerprint = 'A', required = ALL) => resolveReview(list(acts), fingerprint, required)
const somebody = (given: Partial<Reviewer> = {}): Reviewer => ({
  ...{ id: 99, roles: ['strapi-editor'], levels: ALL, isAuthor: false },
  ...given,
})
const PASSED = 'submitted:A approved1:A approved2:A approved3:A'

describe('submitting', () => {
  it.each([
    ['', null],
    ['submitted:A returned1:A', null],
    ['submitted:A withdrawn:A', null],
    ['submitted:B', null],
    ['submitted:A', 'REVIEW_ALREADY_SUBMITTED'],
    [PASSED, 'REVIEW_ALREADY_SUBMITTED'],
  ])('after “%s”: %s', (acts, expected) => {
    expect(checkSubmit(at(acts))).toBe(expected)
  })

  it('is refused where nothing is reviewed', () => {
    expect(checkSubmit(at('', 'A', []))).toBe('REVIEW_NOT_NEEDED')
  })
})

describe('approving', () => {
  it.each<[string, Partial<Reviewer>, Level, string | null]>([
    ['submitted:A', {}, 1, null],
    ['submitted:A approved1:A', {}, 2, null],
    ['submitted:A approved1:A approved2:A', {}, 3, null],
    ['', {}, 1, 'REVIEW_NOT_WAITING'],
    [PASSED, {}, 3, 'REVIEW_NOT_WAITING'],
    ['submitted:B', {}, 1, 'REVIEW_NOT_WAITING'],
    ['submitted:A returned1:A', {}, 1, 'REVIEW_NOT_WAITING'],
    ['submitted:A', {}, 2, 'REVIEW_LEVEL_ORDER'],
    ['submitted:A approved1:A', {}, 1, 'REVIEW_LEVEL_ORDER'],
    ['submitted:A', { levels: [2, 3] }, 1, 'REVIEW_NOT_YOURS'],
    ['submitted:A', { levels: [] }, 1, 'REVIEW_NOT_YOURS'],
    ['submitted:A', { isAuthor: true }, 1, 'REVIEW_OWN_WORK'],
    ['submitted:A', { isAuthor: true, roles: ['strapi-super-admin'] }, 1, 'REVIEW_OWN_WORK'],
    ['submitted:A approved1:A', { id: 10 }, 2, 'REVIEW_TWICE'],
    ['submitted:A approved1:A approved2:A', { id: 10 }, 3, 'REVIEW_TWICE'],
    ['submitted:A approved1:A', { id: 10, roles: ['strapi-super-admin'] }, 2, 'REVIEW_TWICE'],
    ['submitted:A approved1:A returned2:A submitted:A', { id: 10 }, 1, null],
  ])('after “%s” by %j on level %s: %s', (acts, who, level, expected) => {
    expect(checkApprove(at(acts), somebody(who), level)).toBe(expected)
  })
})

describe('returning', () => {
  it.each<[string, Partial<Reviewer>, Level, string, string | null]>([
    ['submitted:A', {}, 1, '请核对日期', null],
    ['submitted:A approved1:A', { id: 10 }, 2, '请核对日期', null],
    ['submitted:A', {}, 1, ' \n', 'REVIEW_NOTE_MISSING'],
    ['submitted:A', { levels: [2] }, 1, '请核对日期', 'REVIEW_NOT_YOURS'],
    ['submitted:A', { isAuthor: true }, 1, '请核对日期', 'REVIEW_OWN_WORK'],
    [PASSED, {}, 3, '请核对日期', 'REVIEW_NOT_WAITING'],
  ])('after “%s” by %j on level %s with “%s”: %s', (acts, who, level, note, expected) => {
    expect(checkReturn(at(acts), somebody(who), level, note)).toBe(expected)
  })
})

describe('withdrawing', () => {
  it.each<[string, boolean, string | null]>([
    ['submitted:A', true, null],
    ['submitted:A approved1:A', true, null],
    [PASSED, true, null],
    ['submitted:A', false, 'REVIEW_NOT_SUBMITTER'],
    ['', true, 'REVIEW_NOT_WAITING'],
    [`${PASSED} published:A`, true, 'REVIEW_NOT_WAITING'],
    ['submitted:A returned1:A', true, 'REVIEW_NOT_WAITING'],
  ])('after “%s”, by an author: %s → %s', (acts, isAuthor, expected) => {
    expect(checkWithdraw(at(acts), somebody({ isAuthor }))).toBe(expected)
  })
})

describe('publishing at once', () => {
  const administrator = somebody({ roles: ['strapi-super-admin'] })
  it.each([
    ['', '防汛应急通知须立即发布', null],
    ['submitted:A approved1:A', '防汛应急通知须立即发布', null],
    ['', '防汛应急通知要马上', 'REVIEW_REASON_TOO_SHORT'],
    ['', '          ', 'REVIEW_REASON_TOO_SHORT'],
    ['', '防汛应急通知要马上发', null],
    [PASSED, '防汛应急通知须立即发布', 'REVIEW_NOT_URGENT'],
  ])('after “%s” because of “%s”: %s', (acts, reason, expected) => {
    expect(checkUrgent(at(acts), administrator, reason)).toBe(expected)
  })

  it('is for 平台管理员 alone', () => {
    expect(checkUrgent(at(''), somebody(), '防汛应急通知须立即发布')).toBe('REVIEW_NOT_YOURS')
  })

  it('is not asked for where nothing is reviewed', () => {
    expect(checkUrgent(at('', 'A', []), administrator, '防汛应急通知须立即发布')).toBe('REVIEW_NOT_URGENT')
  })
})

describe('the gate', () => {
  it.each<[string, boolean, object]>([
    ['', false, { ok: false, missing: [1, 2, 3] }],
    ['submitted:A approved1:A', false, { ok: false, missing: [2, 3] }],
    [PASSED, false, { ok: true, by: 'levels' }],
    [`${PASSED} invalidated:B`, false, { ok: false, missing: [1, 2, 3] }],
    [`${PASSED} withdrawn:A`, false, { ok: false, missing: [1, 2, 3] }],
    ['permitted:A', false, { ok: true, by: 'permission' }],
    ['permitted:B', false, { ok: false, missing: [1, 2, 3] }],
    ['permitted:A publishedUrgently:A', false, { ok: false, missing: [1, 2, 3] }],
    ['permitted:A publishedUrgently:A', true, { ok: true, by: 'unchanged' }],
    // taken down and put up again, as it was reviewed
    [`${PASSED} published:A`, false, { ok: true, by: 'levels' }],
  ])('after “%s”, public as it is: %s', (acts, isPublicAsIs, expected) => {
    expect(checkPublish(at(acts), isPublicAsIs)).toEqual(expected)
  })

  it('lets everything pass where nothing is reviewed', () => {
    expect(checkPublish(at('', 'A', []), false)).toEqual({ ok: true, by: 'levels' })
  })
})
