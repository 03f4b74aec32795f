import { expect, it } from 'vitest'
import { decodeText } from './decode.ts'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

it('reads UTF-8, with or without a byte order mark', () => {
  expect(decodeText(utf8('第一条'))).toEqual({ ok: true, text: '第一条' })
  expect(decodeText(utf8('\ufeff第一条'))).toEqual({ ok: true, text: '第一条' })
})

it.each([
  ['empty', bytes()],
  ['empty', utf8(' \r\n\t\u3000\n')],
  ['empty', utf8('\ufeff')],
  ['empty', utf8('\u200b\n')],
  // 中国 in GBK
  ['not-utf8', bytes(0xd6, 0xd0, 0xb9, 0xfa)],
  // UTF-16
  ['not-utf8', bytes(0xff, 0xfe, 0x2d, 0x4e)],
  // a character cut in two
  ['not-utf8', utf8('中').slice(0, 2)],
  ['not-text', utf8('a\0b')],
] as const)('refuses: %s', (problem, content) => {
  expect(decodeText(content)).toEqual({ ok: false, problem })
})
