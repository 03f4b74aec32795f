import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createPairNumbers } from './pair-numbers.ts'

describe('pairs of numbers', () => {
  it('keep the number they got, and every one has its own', () => {
    const number = fc.oneof(fc.nat(3), fc.nat(2 ** 22))
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { maxLength: 200 }), (pairs) => {
        const numbers = createPairNumbers(4)
        const known = new Map<string, number>()
        for (let round = 0; round < 2; round += 1)
          for (const [left, right] of pairs) {
            const key = `${left} ${right}`
            if (!known.has(key)) known.set(key, known.size)
            expect(numbers.numberOf(left, right)).toBe(known.get(key))
          }
        numbers.clear()
        expect(numbers.numberOf(5, 5)).toBe(0)
      }),
    )
  })
})
