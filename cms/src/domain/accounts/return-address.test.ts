import { describe, expect, it } from 'vitest'
import { returnAddress } from './return-address'

describe('the address after a log-in elsewhere', () => {
  it.each(['/member/', '/member/dues/', '/member/dues/?month=2026-11'])('may be %s', (asked) =>
    expect(returnAddress(asked)).toBe(asked))

  it.each([
    ...['https://evil.example/', '//evil.example', '/\\evil.example', '/member/../admin', '/member//evil.example'],
    ...['/member/%2e%2e/%2e%2e/', '/member/\nx', '/member/#x', 'javascript:alert(1)', '/', '', '/members/'],
    ...['/member/@evil.example', `/member/${'a'.repeat(300)}`, undefined, null, 7, ['/member/dues/']],
  ])('%j leads to the member area itself', (asked) => expect(returnAddress(asked)).toBe('/member/'))
})
