import { describe, expect, it } from 'vitest'
import { condense, SECRET_TEXT, whatChanged } from './what-changed'

describe('what changed', () => {
  it('is what differs alone', () => {
    expect(whatChanged({ a: 1, b: '同', c: null }, { a: 2, b: '同', d: true })).toEqual({
      before: { a: 1, d: null },
      after: { a: 2, d: true },
    })
  })

  it('is nothing where nothing differs', () => {
    expect(whatChanged({ a: [1], b: null }, { a: [1] })).toBe(null)
    expect(whatChanged(null, null)).toBe(null)
  })

  it('is all that was set when something is made or goes', () => {
    expect(whatChanged(null, { a: 1, b: null, c: [] })).toEqual({ before: null, after: { a: 1 } })
    expect(whatChanged({ a: 1, b: null }, null)).toEqual({ before: { a: 1 }, after: null })
  })

  it('is what went and what came in a list, or its new order', () => {
    expect(whatChanged({ tags: ['a', 'b'] }, { tags: ['b', 'c'] })).toEqual({
      before: { tags: ['a'] },
      after: { tags: ['c'] },
    })
    expect(whatChanged({ tags: ['a', 'b'] }, { tags: ['b', 'a'] })).toEqual({
      before: { tags: ['a', 'b'] },
      after: { tags: ['b', 'a'] },
    })
  })

  it('of a long text is its length, its fingerprint, and how it reads where it differs', () => {
    const text = '甲'.repeat(500)
    const change = whatChanged({ body: `${text}旧${text}` }, { body: `${text}新${text}` })
    expect(change).toMatchObject({
      before: { body: { characters: 1001, excerpt: expect.stringMatching(/^甲{20}旧甲+$/) } },
      after: { body: { characters: 1001, excerpt: expect.stringMatching(/^甲{20}新甲+$/) } },
    })
    const [before, after] = [change?.before, change?.after] as { body: { fingerprint: string } }[]
    expect(before.body.fingerprint).not.toBe(after.body.fingerprint)
  })

  it('of a secret is that it changed', () => {
    expect(whatChanged({ password: 'x', name: 'a' }, { password: 'y', name: 'a' })).toEqual({
      before: { password: SECRET_TEXT },
      after: { password: SECRET_TEXT },
    })
    expect(whatChanged(null, { accessKey: 'k', encryptedKey: 'e', jwtSecret: 's' })?.after).toEqual({
      accessKey: SECRET_TEXT,
      encryptedKey: SECRET_TEXT,
      jwtSecret: SECRET_TEXT,
    })
  })
})

describe('what was sent', () => {
  it('is kept without secrets, however deep they stand', () => {
    expect(condense({ user: { newPassword: 'x', email: 'a@b' }, list: [{ token: 't' }], headers: { a: 'b' } })).toEqual(
      {
        user: { newPassword: SECRET_TEXT, email: 'a@b' },
        list: [{ token: SECRET_TEXT }],
        headers: SECRET_TEXT,
      },
    )
  })

  it('is cut where it is long or deep', () => {
    expect(condense(Array.from({ length: 100 }, () => 1))).toHaveLength(61)
    expect(JSON.stringify(condense({ a: { b: { c: { d: { e: { f: { g: 1 } } } } } } }))).toContain('"…"')
  })
})
