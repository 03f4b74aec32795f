import { afterEach, describe, expect, it, vi } from 'vitest'
import { readingFrom } from '../content/reads.ts'
import { scratchReadModel } from '../content/testing/builders.ts'
import { publicityState, writtenPeriod } from './publicity.ts'

const { database } = scratchReadModel()
const period = { publicityFrom: '2026-06-08', publicityUntil: '2026-06-12' }

const at = (now: string, given: Parameters<typeof publicityState>[0] = period) => {
  vi.stubEnv('PORTAL_NOW', now)
  return readingFrom(database, () => publicityState(given))
}

afterEach(() => vi.unstubAllEnvs())

describe('the state of a public notice', () => {
  it.each([
    ['2026-06-07T15:59:59.999Z', 'ahead', '2026-06-07T16:00:00.000Z'],
    ['2026-06-07T16:00:00.000Z', 'running', '2026-06-12T16:00:00.000Z'],
    ['2026-06-12T15:59:59.999Z', 'running', '2026-06-12T16:00:00.000Z'],
    ['2026-06-12T16:00:00.000Z', 'over', null],
  ])('at %s is %s until %s', async (now, state, staleAt) => {
    expect(await at(now)).toMatchObject({ result: state, staleAt })
  })

  it('is none without days', async () => {
    expect(await at('2026-06-08T00:00:00Z', { publicityFrom: null, publicityUntil: null })).toMatchObject({
      result: null,
      staleAt: null,
    })
  })

  it('has no end, or no beginning, where none is given', async () => {
    expect(await at('2030-01-01T00:00:00Z', { ...period, publicityUntil: null })).toMatchObject({ result: 'running' })
    expect(await at('2020-01-01T00:00:00Z', { ...period, publicityFrom: null })).toMatchObject({
      result: 'running',
      staleAt: '2026-06-12T16:00:00.000Z',
    })
  })

  it('of one day lasts that day', async () => {
    const oneDay = { publicityFrom: '2028-02-29', publicityUntil: '2028-02-29' }
    expect(await at('2028-02-29T15:59:59.999Z', oneDay)).toMatchObject({ result: 'running' })
    expect(await at('2028-02-29T16:00:00.000Z', oneDay)).toMatchObject({ result: 'over' })
  })
})

describe('the period in words', () => {
  it.each([
    [period, '2026年6月8日至2026年6月12日'],
    [{ ...period, publicityUntil: null }, '2026年6月8日起'],
    [{ ...period, publicityFrom: null }, '至2026年6月12日'],
  ])('%o', (given, words) => {
    expect(writtenPeriod(given)).toBe(words)
  })
})
