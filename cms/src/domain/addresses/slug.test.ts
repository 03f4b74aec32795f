import { describe, expect, it } from 'vitest'
import { beijingDay, checkSlug, slugFromDay } from './slug'

describe('beijingDay', () => {
  it.each([
    ['2026-11-22T15:59:59.999Z', '20261122'],
    ['2026-11-22T16:00:00.000Z', '20261123'],
    ['2026-12-31T16:00:00.000Z', '20270101'],
  ])('%s is %s in Beijing', (instant, day) => {
    expect(beijingDay(new Date(instant))).toBe(day)
  })
})

describe('slugFromDay', () => {
  it.each([
    [1, '20261123-01'],
    [99, '20261123-99'],
    [100, '20261123-100'],
  ])('number %i', (number, slug) => {
    expect(slugFromDay('20261123', number)).toBe(slug)
  })
})

describe('checkSlug', () => {
  it.each(['20261123-01', 'a', 'a-b-c', 'x'.repeat(80)])('accepts %s', (slug) => {
    expect(checkSlug(slug, 'post')).toBeNull()
  })
  it.each(['', 'A', 'a--b', '-a', 'a-', 'a_b', 'a/b', '..', '党建', 'a b', 'x'.repeat(81)])('refuses %s', (slug) => {
    expect(checkSlug(slug, 'post')).toBe('SLUG_MALFORMED')
  })
  it('keeps the portal’s own addresses free', () => {
    expect(checkSlug('p', 'post')).toBe('SLUG_RESERVED')
    expect(checkSlug('rss', 'post')).toBe('SLUG_RESERVED')
    expect(checkSlug('dynamics', 'column')).toBe('SLUG_RESERVED')
    expect(checkSlug('api', 'column')).toBe('SLUG_RESERVED')
    expect(checkSlug('news', 'column')).toBeNull()
  })
})
