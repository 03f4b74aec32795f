import { describe, expect, it } from 'vitest'
import { isOutdated, parseBase, writeBase } from './form-base'

const id = 'abcdefghij0123456789klmn'
const at = '2026-11-26T08:00:00.123Z'

describe('the base of a form', () => {
  it('is read as it was written', () => {
    expect(parseBase(writeBase(id, at))).toEqual({ documentId: id, savedAt: new Date(at) })
  })

  it.each([
    '',
    'x',
    `${id}@`,
    `@${at}`,
    `${id}@yesterday`,
    `${id}@2026-13-99T00:00:00Z`,
    `${id} @${at}`,
  ])('is nothing when it is %j', (header) => {
    expect(parseBase(header)).toBeNull()
  })

  const base = { documentId: id, savedAt: new Date(1000) }
  it.each([
    ['nothing was saved since', 1000, 1000, false],
    ['saved without a change', 2000, 900, false],
    ['saved with a change', 2000, 2000, true],
    ['a change one millisecond later', 1001, 1001, true],
  ])('%s', (_what, saved, changed, outdated) => {
    expect(isOutdated(base, new Date(saved), new Date(changed))).toBe(outdated)
  })
})
