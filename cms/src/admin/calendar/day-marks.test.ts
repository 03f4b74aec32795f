import { expect, it } from 'vitest'
import { dayMark } from './day-marks'

it.each([
  ['2026-10-01', { words: '国庆节 休', isWork: false }],
  ['2026-10-10', { words: '补班', isWork: true }],
  ['2026-10-11', { words: '', isWork: false }],
  ['2026-10-12', null],
  ['2031-10-01', { words: '国庆节', isWork: false }],
  ['2031-05-01', { words: '劳动节', isWork: false }],
  ['2031-01-23', { words: '春节', isWork: false }],
  ['2031-04-05', { words: '清明节', isWork: false }],
  ['2031-04-07', null],
])('%s', (day, expected) => {
  expect(dayMark(day)).toEqual(expected)
})
