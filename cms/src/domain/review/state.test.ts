import { describe, expect, it } from 'vitest'
import type { Level } from './levels'
import { awaitedLevel, resolveReview } from './state'
import { list } from './testing/acts'

const ALL: Level[] = [1, 2, 3]
const stateOf = (acts: string, fingerprint = 'A', required = ALL) =>
  resolveReview(list(acts), fingerprint, required).state

describe('the state of a piece', () => {
  it.each([
    ['', 'A', 'unsubmitted'],
    ['submitted:A', 'A', 'awaiting1'],
    ['submitted:A', 'B', 'unsubmitted'],
    ['submitted:A approved1:A', 'A', 'awaiting2'],
    ['submitted:A approved1:A approved2:A', 'A', 'awaiting3'],
    ['submitted:A approved1:A approved2:A approved3:A', 'A', 'approved'],
    ['submitted:A approved1:A approved2:A approved3:A', 'B', 'unsubmitted'],
    // an approval of another version than the one submitted counts for nothing
    ['submitted:A approved1:B', 'A', 'awaiting1'],
    ['submitted:A approved1:B', 'B', 'unsubmitted'],
    ['submitted:A approved1:A approved1:A', 'A', 'awaiting2'],
    ['submitted:A returned1:A', 'A', 'returned'],
    ['submitted:A returned1:A', 'B', 'returned'],
    ['submitted:A returned1:A approved1:A', 'A', 'returned'],
    ['submitted:A returned1:A submitted:B', 'B', 'awaiting1'],
    ['submitted:A approved1:A returned2:A submitted:B', 'B', 'awaiting1'],
    ['submitted:A withdrawn:A', 'A', 'unsubmitted'],
    // the text came back to what was reviewed: the review does not
    ['submitted:A approved1:A invalidated:B', 'A', 'unsubmitted'],
    ['submitted:A approved1:A invalidated:B submitted:A', 'A', 'awaiting1'],
    ['approved1:A', 'A', 'unsubmitted'],
    ['withdrawn:A returned1:A invalidated:A', 'A', 'unsubmitted'],
    ['submitted:A approved1:A approved2:A approved3:A published:A', 'A', 'approved'],
    ['submitted:A approved1:A approved2:A approved3:A published:A', 'B', 'unsubmitted'],
    ['submitted:A approved1:A publishedUrgently:A', 'A', 'awaiting2'],
    ['submitted:A approved1:A publishedUrgently:A approved2:A approved3:A', 'A', 'approved'],
    ['submitted:A approved1:A published:A', 'A', 'unsubmitted'],
    ['submitted:A approved1:A published:A approved2:A', 'A', 'unsubmitted'],
    ['submitted:A approved1:A approved2:A approved3:A published:A submitted:B', 'B', 'awaiting1'],
  ])('after “%s”, with the draft at %s: %s', (acts, fingerprint, expected) => {
    expect(stateOf(acts, fingerprint)).toBe(expected)
  })

  it('needs as many levels as the column asks for now', () => {
    const acts = 'submitted:A approved1:A'
    expect(stateOf(acts, 'A', [])).toBe('notNeeded')
    expect(stateOf(acts, 'A', [1])).toBe('approved')
    expect(stateOf(acts, 'A', [1, 2])).toBe('awaiting2')
    expect(resolveReview(list(acts), 'A', ALL).missing).toEqual([2, 3])
    expect(resolveReview(list(acts), 'B', ALL).missing).toEqual([1, 2, 3])
  })

  it('says which level is awaited', () => {
    const levelAt = (acts: string) => awaitedLevel(resolveReview(list(acts), 'A', ALL))
    expect(levelAt('')).toBeNull()
    expect(levelAt('submitted:A')).toBe(1)
    expect(levelAt('submitted:A approved1:A approved2:A')).toBe(3)
    expect(levelAt('submitted:A approved1:A approved2:A approved3:A')).toBeNull()
  })
})

describe('a round that the draft has overtaken', () => {
  it.each([
    ['submitted:A', 'B', true],
    ['submitted:A approved1:A approved2:A approved3:A', 'B', true],
    ['submitted:A', 'A', false],
    ['submitted:A invalidated:B', 'B', false],
    ['submitted:A returned1:A', 'B', false],
    ['submitted:A withdrawn:A', 'B', false],
    ['submitted:A approved1:A published:A', 'B', false],
    ['', 'B', false],
  ])('after “%s”, with the draft at %s: %s', (acts, fingerprint, expected) => {
    expect(resolveReview(list(acts), fingerprint, ALL).isOvertaken).toBe(expected)
  })
})

describe('a permission to publish at once', () => {
  it.each([
    ['permitted:A', 'A', true],
    ['permitted:A', 'B', false],
    ['permitted:A permitted:B', 'A', false],
    ['permitted:A publishedUrgently:A', 'A', false],
    ['submitted:A permitted:A returned1:A', 'A', true],
  ])('after “%s”, with the draft at %s: %s', (acts, fingerprint, expected) => {
    expect(resolveReview(list(acts), fingerprint, ALL).permission !== null).toBe(expected)
  })

  it('and what was published last is known', () => {
    expect(resolveReview(list('publishedUrgently:A published:B'), 'C', ALL).publishedFingerprint).toBe('B')
  })
})
