import { describe, expect, it } from 'vitest'
import { newSecret, shownSecret, stepOf } from './totp'

/** RFC 6238, appendix B: the secret `12345678901234567890`, the last six of the eight digits */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code of an authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_111_111_111, '050471', 37_037_037],
    [1_234_567_890, '005924', 41_152_263],
    [2_000_000_000, '279037', 66_666_666],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %i is %s', (seconds, code, step) => expect(stepOf(SECRET, code, new Date(seconds * 1000))).toBe(step))

  it('is good half a minute too early or too late, and no longer', () => {
    const codeOfStep1 = '287082'
    const at = (seconds: number) => stepOf(SECRET, codeOfStep1, new Date(seconds * 1000))
    expect([0, 29, 30, 59, 60, 89].map(at)).toEqual([1, 1, 1, 1, 1, 1])
    expect(at(90)).toBeNull()
  })

  it.each(['', '28708', '2870821', 'abcdef', '28 70 8x', '-87082'])('%j is none', (code) =>
    expect(stepOf(SECRET, code, new Date(59_000))).toBeNull())

  it('may be typed in full width and with a blank', () =>
    expect(stepOf(SECRET, '２８７ 082', new Date(59_000))).toBe(1))

  it('has a secret of 160 bits that apps take', () => {
    const secret = newSecret()
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    const { uri, qr, secret: typed } = shownSecret(secret, '张三 2023001')
    expect(new URL(uri).searchParams.get('secret')).toBe(secret)
    expect(uri).toMatch(/^otpauth:\/\/totp\//)
    expect(qr).toMatch(/^<svg/)
    expect(typed.replaceAll(' ', '')).toBe(secret)
  })
})
