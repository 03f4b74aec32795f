import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isSetAsLetter, letterClasses } from './letter'

const views = new URL('../../../../../site/src/views/', import.meta.url)
const kinds = ['article', 'speech', 'policy', 'lesson', 'representative', 'page', 'contact']

describe('a letter in the editor', () => {
  it('has whom it addresses, who signs and the day', () => {
    expect(letterClasses(['各党支部：', '现通知如下。', '党委组织部', '2026年6月8日'])).toEqual([
      'addressee',
      null,
      'closing',
      'closing',
    ])
  })

  it.each([
    ['nothing', []],
    ['a picture at the head', [null, '各党支部：', '现通知如下。']],
    ['notes at the end', ['现通知如下。', '2026年6月8日', null]],
    ['a day in the middle', ['2026年6月8日', '现通知如下。']],
  ])('is not seen in %s', (_name, blocks) => {
    expect(letterClasses(blocks)).toEqual(blocks.map(() => null))
  })

  it('takes signs of HTML for letters', () => {
    expect(letterClasses(['<p>&"：', '一。'])).toEqual(['addressee', null])
  })

  it('is one wherever a view of the portal sets the text so', () => {
    const set = readdirSync(views).filter((file) =>
      readFileSync(new URL(file, views), 'utf8').includes('setAsLetter(html)'),
    )
    const lettered = kinds.filter((kind) => isSetAsLetter(`api::${kind}.${kind}`, 'body'))
    expect(lettered.map((kind) => `${kind[0].toUpperCase()}${kind.slice(1)}View.astro`)).toEqual(set.sort())
    expect(isSetAsLetter('api::article.article', 'summary')).toBe(false)
  })
})
