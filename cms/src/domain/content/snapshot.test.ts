import { describe, expect, it } from 'vitest'
import { canonicalJson, fingerprintOf, type Snapshot } from './snapshot'

const snapshot: Snapshot = { title: '标题', body: '正文。', column: 'news', tags: ['a', 'b'], cover: null, slug: null }

describe('the fingerprint of what was reviewed', () => {
  it('is 64 hexadecimal digits, the same for the same content in another order', () => {
    expect(fingerprintOf(snapshot)).toMatch(/^[0-9a-f]{64}$/)
    expect(fingerprintOf(Object.fromEntries(Object.entries(snapshot).reverse()))).toBe(fingerprintOf(snapshot))
  })

  it.each([
    ['title', '标题 '],
    ['body', '正文'],
    ['column', 'notices'],
    ['tags', ['b', 'a']],
    ['cover', { id: 1, name: 'a.jpg', url: '/uploads/a.jpg', content: 'x' }],
  ])('differs with %s', (attribute, value) => {
    expect(fingerprintOf({ ...snapshot, [attribute]: value })).not.toBe(fingerprintOf(snapshot))
  })

  it.each([
    ['slug', 'night-class'],
    ['displayDate', '2026-11-26T00:00:00.000Z'],
    ['pinnedUntil', '2026-12-26T00:00:00.000Z'],
  ])('does not differ with %s', (attribute, value) => {
    expect(fingerprintOf({ ...snapshot, [attribute]: value })).toBe(fingerprintOf(snapshot))
  })

  it('differs when a file was replaced', () => {
    const file = (content: string) => ({ cover: { id: 1, name: 'a.jpg', url: '/uploads/a.jpg', content } })
    expect(fingerprintOf(file('x'))).not.toBe(fingerprintOf(file('y')))
  })
})

it('sorts keys at every depth and leaves lists alone', () => {
  expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}')
})

it('does not count what is unset: a new attribute changes no fingerprint', () => {
  expect(fingerprintOf({ ...snapshot, publicityFrom: null })).toBe(fingerprintOf(snapshot))
})
