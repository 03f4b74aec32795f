import { describe, expect, it } from 'vitest'
import { minutesToRead } from './reading-time.ts'

describe('minutes to read', () => {
  it.each([
    ['nothing', '', 0],
    ['punctuation', '。——！', 0],
    ['one character', '党', 1],
    ['as much as a minute holds', '党'.repeat(400), 1],
    ['one character more', '党'.repeat(401), 2],
    ['as many words as a minute holds', 'party '.repeat(200), 1],
    ['one word more', 'party '.repeat(201), 2],
    ['half a minute of each', '党'.repeat(200) + ' building'.repeat(100), 1],
    ['half a minute of each and a number', `${'党'.repeat(200) + ' building'.repeat(100)} 2026`, 2],
    ['a compound counts once', `${'well-known '.repeat(200)}`, 1],
    ['addresses are not read', `[党](/news/${'a/'.repeat(500)})`, 1],
    ['tags are not read', '<u></u>'.repeat(300), 0],
  ])('%s', (_what, text, minutes) => {
    expect(minutesToRead(text)).toBe(minutes)
  })
})
