/** Everything that editors and administrators do to what is public, at random, and how it is said in one line. */
import fc from 'fast-check'
import { type Kind, postKinds } from '../../src/content/documents.ts'
import { minute } from '../../src/content/testing/builders.ts'
import { columnSlugs, ids, pageSlugs, postSlugs } from './pools.ts'
import type { World } from './world.ts'

export type Action =
  | { do: 'publish'; kind: Kind; id: string; patch: object }
  | { do: 'unpublish' | 'delete'; kind: Kind; id: string }

/** Some actions, then the clock, then so many rows of the change log reach the publisher in one batch. */
export type Step = { actions: Action[]; minutes: number; rows: number }

const MINUTES_OF_DECEMBER = 31 * 24 * 60
const PINNED_MINUTES = 400
const GREY_MINUTES = 200
/** Two posts may have one date; the clock stands behind all of them and before the pins' ends. */
export const DATES = 40
export const startOfClock = Date.parse(minute(DATES))
const later = (minutes: number) => new Date(startOfClock + minutes * 60_000).toISOString()

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values)
const idOf = (...kinds: Kind[]) => oneOf(kinds.flatMap((kind) => ids[kind]))
const idsOf = (kind: Kind) => fc.uniqueArray(idOf(kind), { maxLength: 2 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const word = oneOf(['红', '绿', '蓝'])
const order = fc.nat(3)

const link = oneOf(['a0', 'a1', 'a2']).map((id) => `[文](/go/article/${id})`)
const body = fc.oneof(
  word,
  link,
  oneOf(ids.page).map((id) => `[页](/go/page/${id})`),
  fc.constant('## 一\n\n## 二\n\n## 三\n\n## 四'),
  word.map((text) => `第一条 ${text}。\n\n第二条 不变。`),
)
const file = maybe(
  word.map((name) => ({
    ...{ url: `/uploads/${name}.webp`, name: `${name}.webp`, ext: '.webp', mime: 'image/webp', size: 1000 },
    ...{ width: 640, height: 480, alternativeText: name, caption: null, sources: [], focalPoint: null },
  })),
)
const files = file.map((found) => (found ? [found] : []))

const postFields = {
  slug: oneOf(postSlugs),
  // of this month or of the one before
  displayDate: fc.tuple(fc.nat(DATES), fc.nat(4)).map(([n, of]) => minute(of === 0 ? n - MINUTES_OF_DECEMBER : n)),
  updatedAt: fc.nat(DATES).map(minute),
  pinnedUntil: maybe(fc.nat(PINNED_MINUTES).map(later)),
  tags: idsOf('tag'),
  summary: maybe(word),
}
// two words in common make posts related
const title = oneOf(['标题红', '标题绿', '桥梁检测', '桥梁病害检测'])
/** Around the day on which the clock starts: some periods begin or end while it runs. */
const publicDay = oneOf(['2025-12-31', '2026-01-01', '2026-01-02'])

/** What of each kind may change; a change carries a few of these. */
const fields: Record<Kind, Record<string, fc.Arbitrary<unknown>>> = {
  article: {
    ...postFields,
    ...{ title, body, cover: file, attachments: files, related: idsOf('article') },
    ...{ publicityFrom: maybe(publicDay), publicityUntil: maybe(publicDay) },
    ...{ representative: maybe(idOf('representative')), column: oneOf(['news', 'notices', 'spare']) },
  },
  speech: { ...postFields, title, body, cover: file },
  policy: { ...postFields, title, body, replaces: idsOf('policy'), interpretation: maybe(word), attachments: files },
  lesson: {
    ...postFields,
    title,
    topic: maybe(idOf('topic')),
    cover: file,
    transcript: maybe(word),
    chapters: maybe(word),
  },
  micropost: { ...postFields, text: word, pictures: files },
  representative: { ...postFields, name: word, photo: file, order, receptionTime: maybe(word) },
  link: { title, group: maybe(idOf('link-group')), order },
  'link-group': { name: word, order },
  tag: { name: word, slug: oneOf(['t0', 't1', 'red']) },
  topic: { name: word, intro: maybe(word), order },
  page: {
    title,
    slug: oneOf(pageSlugs),
    summary: maybe(word),
    body,
    attachments: files,
    column: maybe(idOf('column')),
  },
  contact: { phone: maybe(word), body: maybe(body), intro: maybe(word), coordinates: maybe(fc.constant('108.1,34.1')) },
  'site-setting': {
    ...{ leads: idsOf('article'), phone: maybe(oneOf(['1', '2'])), greyScope: oneOf(['wholeSite', 'homePage']) },
    ...{ greyFrom: maybe(fc.nat(GREY_MINUTES).map(later)), greyUntil: maybe(fc.nat(GREY_MINUTES).map(later)) },
  },
  column: {
    ...{ name: word, order, slug: oneOf(columnSlugs), intro: maybe(word), visible: fc.boolean() },
    ...{ pageSize: oneOf([5, 6]), module: oneOf(['portal', 'vanguard', 'ideas']) },
    kind: oneOf(['article', 'guide', 'speech']),
  },
}

const MOST_FIELDS = 3

const patchOf = (kind: Kind): fc.Arbitrary<object> =>
  fc
    .uniqueArray(oneOf(Object.keys(fields[kind])), { minLength: 0, maxLength: MOST_FIELDS })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, fields[kind][name] as fc.Arbitrary<unknown>]))),
    )

const publishing = (kind: Kind): fc.Arbitrary<Action> =>
  fc.record({ do: fc.constant('publish' as const), kind: fc.constant(kind), id: idOf(kind), patch: patchOf(kind) })

const withdrawing = (kind: Kind): fc.Arbitrary<Action> =>
  fc.record({ do: oneOf(['unpublish', 'delete'] as const), kind: fc.constant(kind), id: idOf(kind) })

const doing = (kind: Kind) =>
  fc.oneof({ arbitrary: publishing(kind), weight: 3 }, { arbitrary: withdrawing(kind), weight: 1 })

/** Articles most of all; what renders everything anew seldom. */
const weights: Partial<Record<Kind, number>> = { article: 24, policy: 6, page: 4, column: 2, 'site-setting': 2 }

const action = fc.oneof(
  ...(Object.keys(ids) as Kind[]).map((kind) => ({
    arbitrary: doing(kind),
    weight: weights[kind] ?? ((postKinds as readonly Kind[]).includes(kind) ? 3 : 1),
  })),
)

const MOST_ROWS = 8

export const step: fc.Arbitrary<Step> = fc.record({
  actions: fc.array(action, { minLength: 1, maxLength: 4 }),
  minutes: fc.oneof({ arbitrary: fc.constant(0), weight: 5 }, { arbitrary: fc.nat(120), weight: 1 }),
  rows: fc.oneof({ arbitrary: fc.constant(MOST_ROWS), weight: 4 }, { arbitrary: fc.nat(2), weight: 1 }),
})

/** Answers a line for the report, or null where the CMS would have refused. */
export function perform(world: World, action: Action): string | null {
  const { kind, id } = action
  switch (action.do) {
    case 'publish':
      return world.publish(kind, id, action.patch) ? `publish ${kind} ${id} ${JSON.stringify(action.patch)}` : null
    case 'unpublish':
      return world.unpublish(kind, id) ? `unpublish ${kind} ${id}` : null
    case 'delete':
      return world.remove(kind, id) ? `delete ${kind} ${id}` : null
    default:
      return action satisfies never
  }
}
