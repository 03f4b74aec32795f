import { expect, it } from 'vitest'
import { shorten } from './shorten'

const long = '长'.repeat(200)
const same = (text: string) => ({ change: 'same' as const, text })
const added = { change: 'added' as const, text: long }

it('cuts what did not change, and nothing else', () => {
  expect(shorten([same(long), added, same(long), added, same(long)]).map(({ text }) => text)).toEqual([
    `……${'长'.repeat(40)}`,
    long,
    `${'长'.repeat(40)}……${'长'.repeat(40)}`,
    long,
    `${'长'.repeat(40)}……`,
  ])
  expect(shorten([same('短'), added])).toEqual([same('短'), added])
})
