import { describe, expect, it } from 'vitest'
import { decideRefresh, REUSE_GRACE_MS, runOut, type SessionState, sessionLives } from './session'

const HOUR_MS = 3_600_000
const opened: SessionState = {
  ...{ isKept: false, generation: 3, rotatedAtMs: 0 },
  ...{ openedAtMs: 0, lastSeenAtMs: 0, endedAtMs: null },
}
const at = (ms: number) => new Date(ms)

describe('a session', () => {
  it.each(['kept', 'visit'] as const)('%s: runs out when nobody came, to the millisecond', (life) => {
    const { idleMs } = sessionLives[life]
    const session = { ...opened, isKept: life === 'kept' }
    expect(runOut(session, at(idleMs - 1))).toBeNull()
    expect(runOut(session, at(idleMs))).toBe('idle')
  })

  it.each(['kept', 'visit'] as const)('%s: is over some time however often somebody comes', (life) => {
    const { longestMs } = sessionLives[life]
    const session = { ...opened, isKept: life === 'kept', lastSeenAtMs: longestMs - 1 }
    expect(runOut(session, at(longestMs - 1))).toBeNull()
    expect(runOut(session, at(longestMs))).toBe('over')
  })

  it('of a visit ends after two hours, of an own phone after thirty days', () => {
    expect([sessionLives.visit.idleMs, sessionLives.kept.idleMs]).toEqual([2 * HOUR_MS, 30 * 24 * HOUR_MS])
  })
})

describe('a refresh token', () => {
  it('of the present generation makes the next', () => {
    expect(decideRefresh(opened, 3, at(HOUR_MS))).toEqual({ what: 'rotate' })
  })

  it('of the generation before is good for some seconds: two tabs', () => {
    expect(decideRefresh(opened, 2, at(REUSE_GRACE_MS - 1))).toEqual({ what: 'repeat' })
    expect(decideRefresh(opened, 2, at(REUSE_GRACE_MS))).toEqual({ what: 'refuse', ending: 'reused' })
  })

  it.each([1, 0, 4])('of generation %i ends the session at once', (generation) => {
    expect(decideRefresh(opened, generation, at(1))).toEqual({ what: 'refuse', ending: 'reused' })
  })

  it('of an ended session ends nothing more', () => {
    expect(decideRefresh({ ...opened, endedAtMs: 5 }, 1, at(9))).toEqual({ what: 'refuse', ending: null })
  })

  it('of a session that ran out says so', () => {
    expect(decideRefresh(opened, 3, at(2 * HOUR_MS))).toEqual({ what: 'refuse', ending: 'idle' })
  })

  it('survives a clock that was put back', () => {
    expect(decideRefresh({ ...opened, rotatedAtMs: 9000, lastSeenAtMs: 9000 }, 2, at(0))).toEqual({ what: 'repeat' })
  })
})
