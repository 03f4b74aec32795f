import { describe, expect, it } from 'vitest'
import { askedForm, replaceQuote } from './form-state'

describe('what is asked about a form', () => {
  it('is its texts, its pictures and its column', () => {
    const values = {
      ...{ title: '题', body: '文', summary: null, reprintUrl: 'https://x.example', slug: 'x', pinnedUntil: null },
      ...{
        cover: { id: 3, name: 'a.png' },
        column: { connect: [{ id: 1, apiData: { documentId: 'c' } }], disconnect: [] },
      },
    }
    expect(askedForm('article', 'd', values)).toEqual({
      documentId: 'd',
      values: { title: '题', body: '文', summary: null, reprintUrl: 'https://x.example' },
      files: { cover: [3] },
      column: 'c',
    })
  })

  it('leaves out what the form does not have', () => {
    expect(askedForm('micropost', null, { pictures: [{ id: 1 }, { id: 2 }] })).toEqual({
      ...{ documentId: null, values: {}, files: { pictures: [1, 2] }, column: null },
    })
    expect(askedForm('article', null, { cover: null }).files).toEqual({ cover: [] })
  })
})

describe('replacing', () => {
  const place = { quote: '计画', start: 4, end: 6 }
  it.each([
    ['年度工作计画', '年度工作计划'],
    ['今年年度工作计画', '今年年度工作计划'],
    ['工作计画', '工作计划'],
    ['计画，工作的计画', '计画，工作的计划'],
    ['年度工作计划', null],
    ['', null],
  ])('%s', (text, expected) => {
    expect(replaceQuote(text, place, '计划')).toBe(expected)
  })
})
