import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createKeyRing, SealBroken } from './key-ring'

const [one, other] = ['first-secret-of-the-test', 'second-secret-of-the-test']

describe('what is sealed', () => {
  const ring = createKeyRing(one)

  it('comes back whole, and never looks the same twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, purpose) => {
        const sealed = ring.seal(text, purpose)
        expect(ring.unseal(sealed, purpose)).toBe(text)
        expect(sealed).not.toBe(ring.seal(text, purpose))
      }),
    )
  })

  it('shows nothing of the text', () => {
    expect(ring.seal('610102199001011234', 'identity:a')).not.toContain('6101')
  })

  it('serves one purpose alone', () => {
    expect(() => ring.unseal(ring.seal('x', 'identity:a'), 'identity:b')).toThrow(SealBroken)
  })

  it('notices each change of a letter', () => {
    const sealed = ring.seal('610102199001011234', 'a')
    for (let at = sealed.lastIndexOf('.') + 1; at < sealed.length - 1; at += 1) {
      const letter = sealed[at] === 'A' ? 'B' : 'A'
      expect(() => ring.unseal(sealed.slice(0, at) + letter + sealed.slice(at + 1), 'a')).toThrow(SealBroken)
    }
    for (const broken of ['', 's1', 's1..', sealed.slice(0, -8), 'plain text']) {
      expect(() => ring.unseal(broken, 'a'), broken).toThrow(SealBroken)
    }
  })

  it('stays readable while the key is changed, and says which is to be sealed anew', () => {
    const sealed = ring.seal('text', 'a')
    const changed = createKeyRing(other, [one])
    expect(changed.unseal(sealed, 'a')).toBe('text')
    expect(changed.isOutdated(sealed)).toBe(true)
    expect(changed.isOutdated(changed.seal('text', 'a'))).toBe(false)
    expect(() => createKeyRing(other).unseal(sealed, 'a')).toThrow(SealBroken)
  })
})
