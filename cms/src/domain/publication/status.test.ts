import { describe, expect, it } from 'vitest'
import {
  AWAY_AFTER_MS,
  isAway,
  isDiskLow,
  type KnownOfDocument,
  type KnownOfEngine,
  millisecondsToLive,
  resolveEngineState,
  resolveState,
  secondsLeft,
} from './status'

const now = new Date('2026-11-24T02:00:00Z')
const before = (ms: number) => new Date(now.getTime() - ms)
const problem = { code: 'DISK_FULL', reason: 'ENOSPC' } as const
const pause = { code: 'PAUSED', reason: 'the release' } as const
const health = { queue: 0, pages: 9, treeBytes: 1, freeBytes: 9e10, release: 'r', rebuild: null }
const rebuild = { done: 25, total: 100, startedAt: before(10_000).toISOString() }

const waiting = { sequence: 5, liveAt: null }
const live = { sequence: 5, liveAt: now }
const known: KnownOfDocument = { isPublic: true, lastChange: live, hasFailures: false, taken: 5, problem: null }

describe('the state of a document', () => {
  it.each([
    ['unpublished', { isPublic: false, lastChange: null }],
    ['live', { lastChange: null }],
    ['goingLive', { lastChange: waiting, taken: 4 }],
    ['goingLive', { lastChange: waiting }],
    ['live', {}],
    ['goingOffline', { isPublic: false, lastChange: waiting }],
    ['offline', { isPublic: false }],
    ['failed', { lastChange: waiting, hasFailures: true }],
    ['failed', { hasFailures: true }],
    ['failed', { isPublic: false, lastChange: waiting, hasFailures: true }],
    ['failed', { lastChange: waiting, taken: 4, problem }],
    ['paused', { lastChange: waiting, taken: 4, problem: pause }],
    ['paused', { isPublic: false, lastChange: waiting, problem: pause }],
    ['failed', { lastChange: waiting, hasFailures: true, problem: pause }],
    ['live', { problem: pause }],
    // what failed before is being tried again
    ['goingLive', { lastChange: waiting, hasFailures: true, taken: 4 }],
    // the engine stopped after this one was through
    ['live', { problem }],
  ] as const)('%s: %j', (state, data) => {
    expect(resolveState({ ...known, ...data })).toBe(state)
  })
})

describe('the state of the engine', () => {
  const well: KnownOfEngine = { seenAt: now, problem: null, health, failures: 0, waiting: 0 }
  it.each([
    ['neverSeen', { seenAt: null, problem }],
    ['away', { seenAt: before(AWAY_AFTER_MS + 1), problem }],
    ['stopped', { problem, failures: 2 }],
    ['paused', { problem: pause, failures: 2 }],
    ['rebuilding', { health: { ...health, rebuild }, failures: 2 }],
    ['failing', { failures: 1, waiting: 3 }],
    ['busy', { waiting: 1 }],
    ['busy', { health: { ...health, queue: 1 } }],
    ['idle', {}],
    ['idle', { health: null }],
  ] as const)('%s: %j', (state, data) => {
    expect(resolveEngineState({ ...well, ...data }, now)).toBe(state)
  })

  it('is away after a minute without a word, not at it', () => {
    expect([isAway(before(AWAY_AFTER_MS), now), isAway(before(AWAY_AFTER_MS + 1), now)]).toEqual([false, true])
  })
})

describe('the disk', () => {
  it.each([
    [1_000_000_000, 1, false],
    [999_999_999, 1, true],
    [3_000_000_000, 2_000_000_000, false],
    [2_999_999_999, 2_000_000_000, true],
  ])('with %i bytes free and a tree of %i: %s', (freeBytes, treeBytes, low) => {
    expect(isDiskLow({ ...health, freeBytes, treeBytes })).toBe(low)
  })
})

describe('the time a rebuild still takes', () => {
  it('follows what it took so far', () => expect(secondsLeft(rebuild, now)).toBe(30))
  it('is unknown at its beginning', () => expect(secondsLeft({ ...rebuild, done: 0 }, now)).toBeNull())
  it('is unknown while clocks disagree', () => {
    expect(secondsLeft({ ...rebuild, startedAt: '2026-11-24T03:00:00Z' }, now)).toBeNull()
  })
  it('is nothing at its end', () => expect(secondsLeft({ ...rebuild, done: 100 }, now)).toBe(0))
})

describe('from the click to the last file', () => {
  it('takes milliseconds', () => expect(millisecondsToLive(before(80), now)).toBe(80))
  it('is open while it waits', () => expect(millisecondsToLive(now, null)).toBeNull())
  it('is never less than nothing', () => expect(millisecondsToLive(now, before(80))).toBe(0))
})
