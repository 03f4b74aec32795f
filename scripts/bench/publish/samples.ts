/** One publish after the other, each measured from the click until readers have it. */
import { setTimeout as sleep } from 'node:timers/promises'
import { benchArticle, benchBody } from '../content.ts'
import type { Desk, Form } from './desk.ts'
import { articleColumns, columnOf } from './fill-cms.ts'
import type { Reader } from './reader.ts'

/** The reports of the last one must not stand in the way of the next. */
const PAUSE_MS = 100
/** No multiple of the number of columns: edits go through all columns, old posts and new ones. */
const STRIDE = 7919

export type Sample = {
  kind: 'new' | 'edit'
  documentId: string
  /** wall clock, to compare with what the CMS and the publisher noted */
  clickedAtMs: number
  /** until the CMS answered */
  cmsMs: number
  /** until the post's own page had the new text */
  liveMs: number
  /** until the front of the column had the new title; null where the post is too old to stand there */
  listedMs: number | null
}

type Plan = {
  kind: Sample['kind']
  documentId: string | null
  path: string
  front: string | null
  mark: string
  form: Form
}
type Context = {
  desk: Desk
  reader: Reader
  cmsFile: string
  articles: number
  /** in every slug and mark of this run, and of no other */
  tag: string
}

async function measure({ desk, reader }: Context, plan: Plan): Promise<Sample> {
  const { kind, path, front, mark, form } = plan
  const clickedAtMs = Date.now()
  const clicked = performance.now()
  const publishing = desk
    .publish(plan.documentId, form)
    .then((documentId) => ({ documentId, cmsMs: performance.now() - clicked }))
  const [{ documentId, cmsMs }, liveMs] = await Promise.all([publishing, reader.until(path, mark, clicked)])
  const listedMs = front === null ? null : await reader.until(front, mark, clicked)
  await sleep(PAUSE_MS)
  return { kind, documentId, clickedAtMs, cmsMs, liveMs, listedMs }
}

/** The mark stands in title and text: the post, its neighbours, lists and feeds change. */
const formOf = (
  { slug, summary, source, responsibleEditor }: ReturnType<typeof benchArticle>,
  mark: string,
  body: string,
) => ({
  ...{ slug, summary, source, responsibleEditor },
  title: `新闻${mark}`,
  body: `${mark}\n\n${body}`,
})

export async function publishNew(context: Context, count: number): Promise<Sample[]> {
  const columns = articleColumns(context.cmsFile)
  const samples: Sample[] = []
  for (let n = 0; n < count; n += 1) {
    const { id, documentId, slug: section } = columnOf(columns, n)
    const article = { ...benchArticle(context.articles + n), slug: `fresh-${context.tag}-${n}` }
    const mark = `新稿${context.tag}-${n}号`
    const form = { ...formOf(article, mark, article.body), column: { connect: [{ id, documentId }], disconnect: [] } }
    const path = `/${section}/${article.slug}/`
    samples.push(await measure(context, { kind: 'new', documentId: null, path, front: `/${section}/`, mark, form }))
  }
  return samples
}

export async function publishEdits(context: Context, count: number): Promise<Sample[]> {
  const columns = articleColumns(context.cmsFile)
  const samples: Sample[] = []
  for (let edit = 0; edit < count; edit += 1) {
    const n = (edit * STRIDE + STRIDE) % context.articles
    const article = benchArticle(n)
    const mark = `修改${context.tag}-${edit}号`
    const path = `/${columnOf(columns, n).slug}/${article.slug}/`
    const form = formOf(article, mark, benchBody(context.articles * 2 + edit))
    const { documentId } = article
    samples.push(await measure(context, { kind: 'edit', documentId, path, front: null, mark, form }))
  }
  return samples
}
