/** People who change a small portal at random, the same for the same seed. Every text says which version it is. */
import type { DocumentOf } from '../../src/content/documents.ts'
import { build, minute } from '../../src/content/testing/builders.ts'
import type { TestCms } from './cms.ts'

type Article = DocumentOf<'article'>

/** A linear congruential generator (Numerical Recipes): good enough to choose what happens next. */
export function seededChoice(seed: number) {
  let state = seed
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  return {
    below: (limit: number) => Math.floor(next() * limit),
    of: <T>(items: readonly T[]) => items[Math.floor(next() * items.length)] as T,
  }
}

const COLUMNS = ['news', 'notices']
const titled = (documentId: string, version: number) => `${documentId} v${version}`

export function newsroom(cms: TestCms, seed: number) {
  const choice = seededChoice(seed)
  const articles = new Map<string, Article>()
  const versions = new Map<string, number>()
  let created = 0
  let renamed = 0

  function publish(documentId: string, changes: Partial<Article>) {
    const version = (versions.get(documentId) ?? 0) + 1
    versions.set(documentId, version)
    const before = articles.get(documentId) ?? build('article', documentId)
    const article = {
      ...before,
      ...changes,
      title: titled(documentId, version),
      body: `正文 ${titled(documentId, version)}`,
    }
    articles.set(documentId, article)
    cms.publish('article', article)
  }

  const leave = ({ column, slug, formerAddresses }: Article) => ({
    formerAddresses: [
      ...formerAddresses.filter((former) => former.column !== column || former.slug !== slug),
      { column, slug, leftAt: minute(renamed++) },
    ],
  })

  const actions = {
    create() {
      created += 1
      publish(`post-${created}`, { column: choice.of(COLUMNS), displayDate: minute(created) })
    },
    backdate() {
      created += 1
      publish(`post-${created}`, { column: choice.of(COLUMNS), displayDate: minute(choice.below(created)) })
    },
    edit: (article: Article) => publish(article.documentId, {}),
    rename: (article: Article) => publish(article.documentId, { ...leave(article), slug: `renamed-${renamed}` }),
    move: (article: Article) =>
      publish(article.documentId, { ...leave(article), column: article.column === 'news' ? 'notices' : 'news' }),
    pin: (article: Article) =>
      publish(article.documentId, { pinnedUntil: article.pinnedUntil ? null : '2999-01-01T00:00:00.000Z' }),
    unpublish(article: Article) {
      articles.delete(article.documentId)
      cms.unpublish('article', article.documentId)
    },
  }
  const weighted = [
    'create',
    'create',
    'backdate',
    'edit',
    'edit',
    'edit',
    'rename',
    'move',
    'pin',
    'unpublish',
  ] as const

  return {
    choice,
    /** Columns and the first articles. */
    open(count: number) {
      for (const [order, slug] of COLUMNS.entries())
        cms.publish('column', build('column', slug, { order, name: `${slug} v1` }))
      for (let n = 0; n < count; n += 1) actions.create()
    },
    /** One thing happens. */
    act() {
      const name = articles.size < 4 ? 'create' : choice.of(weighted)
      if (name === 'create' || name === 'backdate') actions[name]()
      else actions[name](choice.of([...articles.values()]))
    },
    /** A change that concerns every page. */
    renameColumn: (version: number) =>
      void cms.publish('column', build('column', 'notices', { order: 1, name: `notices v${version}` })),
    create: actions.create,
  }
}
