import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchAddress } from '../../src/search/found.ts'
import { readAsked } from './asked.ts'

const asked = { q: '党费', filters: {}, sort: 'rank', page: 1 } as const

describe('the address of a result page', () => {
  it.each([
    [{ q: '党费' }, asked],
    [
      { q: '党费', column: 'news', year: '2026', validity: 'repealed', module: 'portal', sort: 'date', page: '3' },
      {
        ...asked,
        filters: { column: 'news', year: '2026', validity: 'repealed', module: 'portal' },
        sort: 'date',
        page: 3,
      },
    ],
    [
      { q: ['党费', '其他'], page: ['2', '9'] },
      { ...asked, page: 2 },
    ],
    [{ q: '党费', page: '-1' }, asked],
    [{ q: '党费', page: '1e99' }, asked],
    [{ q: '党费', year: '二〇二六', validity: 'x', column: '../..', module: '<', sort: 'size' }, asked],
    [{ q: { a: '党费' } }, { ...asked, q: '' }],
    [{}, { ...asked, q: '' }],
    [undefined, { ...asked, q: '' }],
  ])('%j', (query, expected) => {
    expect(readAsked(query)).toEqual(expected)
  })

  it('never fails, and never gives more than it takes', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('q', 'year', 'page', 'sort', 'column'), fc.anything()), (query) => {
        const { q, page } = readAsked(query)
        expect(q.length).toBeLessThanOrEqual(2000)
        expect(Number.isSafeInteger(page) && page >= 1).toBe(true)
      }),
    )
  })

  it('is written as it is read, and another filter begins at the first page', () => {
    const some = { q: '党 &费', filters: { year: '2026' }, sort: 'date' as const, page: 4 }
    const parameters = (address: string) => Object.fromEntries(new URL(address, 'http://x').searchParams)
    expect(readAsked(parameters(searchAddress(some, { page: 4 })))).toEqual(some)
    expect(readAsked(parameters(searchAddress(some, { filters: {} })))).toEqual({ ...some, filters: {}, page: 1 })
  })
})
