import { expect, it } from 'vitest'
import type { ColumnEntry } from '../content/navigation.ts'
import type { SiteSettings } from '../content/queries/site.ts'
import { manifest } from './manifest.ts'

const settings = { siteName: '智慧党建', collegeName: '秦川学院', description: null } as SiteSettings
const column = (slug: string, name: string): ColumnEntry =>
  ({
    documentId: slug,
    slug,
    name,
    module: 'portal',
    order: 1,
    kind: 'article',
    visible: true,
    formerSlugs: [],
  }) as const

it('takes names from the settings, and shortcuts from the columns that there are', () => {
  const made = manifest(settings, [
    column('notices', '通知公告'),
    column('news', '党建要闻'),
    column('theory', '理论研究'),
  ])
  expect(made).toMatchObject({
    name: '智慧党建·秦川学院',
    short_name: '智慧党建',
    id: '/',
    scope: '/',
    display: 'standalone',
  })
  expect(made.description).toContain('秦川学院')
  expect(made.shortcuts.map(({ name, url }) => [name, url])).toEqual([
    ['党建要闻', '/news/'],
    ['通知公告', '/notices/'],
    ['搜索', '/search/'],
    ['我的收藏', '/saved/'],
    ['我的党费', '/member/'],
  ])
})
