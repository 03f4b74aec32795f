import { describe, expect, it } from 'vitest'
import { kinds } from '../content/kinds'
import { levelsOfRoles, REVIEWED_KINDS, requiredLevels, rolesToTell } from './levels'

const column = (kind: string, reviewLevels: number, documentId = kind) => ({ documentId, kind, reviewLevels })

describe('requiredLevels', () => {
  it.each([
    [0, []],
    [1, [1]],
    [2, [1, 2]],
    [3, [1, 2, 3]],
    [-1, [1, 2, 3]],
    [4, [1, 2, 3]],
    [Number.NaN, [1, 2, 3]],
  ])('a column that asks for %s', (count, expected) => {
    expect(requiredLevels('article', 'article', [column('article', count)])).toEqual(expected)
  })

  it('goes by the own column, not by others of the kind', () => {
    const columns = [column('article', 3, 'news'), column('article', 1, 'notes')]
    expect(requiredLevels('article', 'notes', columns)).toEqual([1])
    expect(requiredLevels('page', 'news', columns)).toEqual([1, 2, 3])
  })

  it('asks for two where there is no column', () => {
    expect(requiredLevels('page', null, [column('guide', 0)])).toEqual([1, 2])
    expect(requiredLevels('article', null, [])).toEqual([1, 2])
    expect(requiredLevels('link', null, [])).toEqual([1, 2])
  })

  it('links and contacts go by the strictest column of their kind', () => {
    const columns = [column('link', 1, 'a'), column('link', 3, 'b'), column('contact', 0)]
    expect(requiredLevels('link', null, columns)).toEqual([1, 2, 3])
    expect(requiredLevels('contact', null, columns)).toEqual([])
  })

  it.each(kinds.filter((kind) => !REVIEWED_KINDS.has(kind)))('%s has no drafts and needs none', (kind) => {
    expect(requiredLevels(kind, null, [])).toEqual([])
  })
})

describe('roles', () => {
  it.each([
    [['strapi-author'], []],
    [['dangjian-review-1'], [1]],
    [['dangjian-review-2'], [2]],
    [['dangjian-review-3'], [3]],
    [
      ['dangjian-review-3', 'dangjian-review-1'],
      [1, 3],
    ],
    [['strapi-editor'], [1, 2, 3]],
    [['strapi-super-admin'], [1, 2, 3]],
    [['toString'], []],
  ])('%j review %j', (codes, expected) => {
    expect(levelsOfRoles(codes)).toEqual(expected)
  })

  it('平台管理员 is not told of every piece that waits', () => {
    expect(rolesToTell(2)).toEqual(['dangjian-review-2', 'strapi-editor'])
  })
})
