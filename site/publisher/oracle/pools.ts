/** A small college: few documents and few slugs, so that random changes meet each other. */
import type { Kind } from '../../src/content/documents.ts'
import { minute } from '../../src/content/testing/builders.ts'
import type { World } from './world.ts'

const numbered = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`)

export const ids: Record<Kind, readonly string[]> = {
  column: ['news', 'notices', 'policies', 'lessons', 'microblog', 'people', 'dues', 'contact', 'links', 'spare'],
  article: numbered('a', 14),
  speech: numbered('s', 1),
  policy: numbered('p', 5),
  lesson: numbered('l', 3),
  micropost: numbered('m', 2),
  representative: numbered('r', 2),
  link: numbered('k', 2),
  'link-group': numbered('g', 1),
  tag: numbered('t', 2),
  topic: numbered('o', 1),
  page: numbered('f', 3),
  'site-setting': ['site'],
  contact: ['reach'],
}

export const columnSlugs = ['news', 'notices', 'old', 'talks', 'spare']
export const postSlugs = ['one', 'two', 'three', 'a0', 'a1']
export const pageSlugs = ['about-us', 'privacy', 'dues']

const columnOf = {
  article: 'news',
  speech: 'spare',
  policy: 'policies',
  lesson: 'lessons',
  micropost: 'microblog',
  representative: 'people',
} as const

const columns = {
  news: ['article', 'portal'],
  notices: ['article', 'portal'],
  policies: ['policy', 'dynamics'],
  lessons: ['lesson', 'vanguard'],
  microblog: ['micropost', 'vanguard'],
  people: ['representative', 'vanguard'],
  dues: ['guide', 'organization'],
  contact: ['contact', 'ideas'],
  links: ['link', 'ideas'],
  spare: ['speech', 'vanguard'],
} as const

/** Where every sequence starts: two full archive pages of news and a few of everything else. */
export function settle(world: World) {
  for (const [order, [id, [kind, module]]] of Object.entries(columns).entries())
    world.publish('column', id, { kind, module, order })
  for (const id of [...ids.tag]) world.publish('tag', id, {})
  for (const [kind, column] of Object.entries(columnOf) as [keyof typeof columnOf, string][])
    for (const [n, id] of ids[kind].entries())
      if (kind !== 'article' || n < 11) world.publish(kind, id, { column, displayDate: minute(n * 2) })
  for (const kind of ['topic', 'link-group', 'link', 'page', 'contact', 'site-setting'] as const)
    for (const id of ids[kind]) world.publish(kind, id, {})
}
