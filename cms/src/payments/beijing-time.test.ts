import { describe, expect, it } from 'vitest'
import { beijingTime, instantOf } from './beijing-time'

describe('Beijing time', () => {
  it('is eight hours ahead, over the end of a year as well', () => {
    expect(beijingTime(new Date('2026-12-31T16:00:00.900Z'))).toBe('2027-01-01 00:00:00')
    expect(instantOf('2027-01-01 00:00:00')?.toISOString()).toBe('2026-12-31T16:00:00.000Z')
  })

  it.each([
    '',
    '2026-02-30 00:00:00',
    '2026-11-27',
    '2026-11-27T09:30:00',
    '2026-11-27 24:00:00',
    '2026-11-27 09:30:00Z',
  ])('is not %j', (text) => expect(instantOf(text)).toBeNull())
})
