/** Which older posts a post shows as related, and what a change of one touches. */
import { beforeEach, describe, expect, it } from 'vitest'
import { affectedBy, affectedKeys } from '../affected.ts'
import { keys } from '../keys.ts'
import { fillTerms, NEAREST } from '../post-terms.ts'
import { removeDocument } from '../read-model.ts'
import { minute, type Scratch, scratchReadModel } from '../testing/builders.ts'
import { postBySlug } from './documents.ts'
import { relatedTo } from './related.ts'

let scratch: Scratch
const put = (id: string, at: number, title: string, more: object = {}) =>
  scratch.put('article', id, { title, displayDate: minute(at), ...more })

const relatedIds = async (id: string, limit = 4, except: string[] = []) => {
  const { result } = await scratch.read(() => {
    const post = postBySlug('news', id)
    return post ? relatedTo(post, limit, except).map(({ card }) => card.documentId) : []
  })
  return result
}
const touchedBy = (change: () => void) => {
  const look = () => affectedBy(scratch.database, 'article', 'x')
  const before = look()
  change()
  return [...affectedKeys(before, look())].filter((key) => key.startsWith('related:')).sort()
}

beforeEach(() => {
  scratch = scratchReadModel()
  scratch.put('column', 'news')
})

describe('related posts', () => {
  it('share a tag or two words, the closest first, then the newest', async () => {
    put('one-word', 1, '桥梁')
    put('two-words', 2, '桥梁检测')
    put('also-two', 3, '检测桥梁')
    put('tagged', 4, '合唱', { tags: ['t1'] })
    put('all', 5, '桥梁检测', { tags: ['t1'] })
    put('self', 9, '桥梁检测', { tags: ['t1'] })
    expect(await relatedIds('self')).toEqual(['all', 'tagged', 'also-two', 'two-words'])
    expect(await relatedIds('self', 2)).toEqual(['all', 'tagged'])
    expect(await relatedIds('self', 2, ['all'])).toEqual(['tagged', 'also-two'])
  })

  it('are older, and stand in a column that can be seen', async () => {
    scratch.put('column', 'hidden', { visible: false })
    put('self', 5, '桥梁检测')
    put('newer', 6, '桥梁检测')
    put('unseen', 4, '桥梁检测', { column: 'hidden' })
    expect(await relatedIds('self')).toEqual([])
  })

  it('come out the same from a read model that had no terms, or those of other rules', async () => {
    put('older', 1, '桥梁检测')
    put('self', 2, '桥梁检测')
    scratch.database.exec("DELETE FROM post_terms; UPDATE meta SET value = 'other' WHERE key = 'terms'")
    expect(await relatedIds('self')).toEqual([])
    fillTerms(scratch.database)
    expect(await relatedIds('self')).toEqual(['older'])
  })
})

it('terms go with their posts', () => {
  put('gone', 1, '桥梁检测')
  scratch.database.exec('DELETE FROM documents')
  expect(scratch.database.prepare('SELECT count(*) AS rows FROM post_terms').get()).toEqual({ rows: 0 })
})

describe('a change', () => {
  beforeEach(() => {
    for (let n = 0; n < 3 * NEAREST; n += 1) put(`a${n}`, 10 + n, '桥梁')
  })

  it('of the newest post touches no other page', () => {
    expect(touchedBy(() => put('x', 90, '桥梁检测'))).toEqual([])
  })

  it('of an older one touches the nearest of each of its terms, however many there are', () => {
    const nearest = Array.from({ length: NEAREST }, (_, n) => keys.related('article', `a${n}`)).sort()
    expect(touchedBy(() => put('x', 1, '桥梁'))).toEqual(nearest)
    expect(touchedBy(() => put('x', 1, '桥梁', { body: '另一段正文。' }))).toEqual([])
    expect(touchedBy(() => put('x', 1, '桥梁', { tags: ['t1'] }))).toEqual(nearest)
    expect(touchedBy(() => removeDocument(scratch.database, 'article', 'x'))).toEqual(nearest)
  })
})
