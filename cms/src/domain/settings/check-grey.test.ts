import { describe, expect, it } from 'vitest'
import { checkGrey } from './check-grey'

const noon = new Date('2026-12-13T04:00:00Z')
const later = new Date(noon.getTime() + 1)

describe('the times of mourning', () => {
  it.each([
    ['neither', null, null, null],
    ['a period', noon, later, null],
    ['no end', noon, null, 'GREY_OPEN'],
    ['no beginning', null, noon, 'GREY_OPEN'],
    ['an end at the beginning', noon, noon, 'GREY_ORDER'],
    ['an end before the beginning', later, noon, 'GREY_ORDER'],
  ])('%s', (_name, greyFrom, greyUntil, expected) => {
    expect(checkGrey({ greyFrom, greyUntil })).toBe(expected)
  })
})
