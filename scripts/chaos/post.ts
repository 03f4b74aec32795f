/** What one writer knows of one of his posts. Every change has a number of its own, so that a look tells which took place. */
import { z } from 'zod'
import { ARTICLES, type Desk } from './desk.ts'

export type Column = { id: number; documentId: string; slug: string }
export type Version = { number: number; slug: string; column: Column }
export type State = { draft: Version; live: Version | null } | null
export type Post = {
  /** null until the CMS has said it */
  documentId: string | null
  n: number
  /** null: not made yet, or deleted */
  state: State
  /** rows that the change log must have of it */
  rows: number
  /** addresses where it was public */
  places: Set<string>
}

export const titleOf = (n: number, version: number) => `混沌 d${n}v${version} 号`
export const placeOf = ({ column, slug }: Version) => `/${column.slug}/${slug}/`
/** Finds posts and their versions on a page. */
export const VERSIONS = /d(\d+)v(\d+)\b/g

/** A document without this version is answered with an empty one. */
const documentSchema = z.object({ data: z.object({ title: z.string().optional() }) })
const listSchema = z.object({ results: z.array(z.object({ documentId: z.string() })) })

const numberIn = (title: string) => Number(/v(\d+)/.exec(title)?.[1] ?? Number.NaN)

async function numberOf(desk: Desk, documentId: string, status: 'draft' | 'published'): Promise<number | null> {
  const answer = await desk.read(`${ARTICLES}/${documentId}?status=${status}`)
  if (answer.status === 404) return null
  const { title } = documentSchema.parse(answer.json).data
  return title === undefined ? null : numberIn(title)
}

/** A post whose creation was not answered is found by its title. */
async function findId(desk: Desk, n: number): Promise<string | null> {
  const title = encodeURIComponent(`混沌 d${n}v`)
  const { json } = await desk.read(`${ARTICLES}?pageSize=10&filters[title][$startsWith]=${title}`)
  const found = listSchema.parse(json).results
  if (found.length > 1) throw new Error(`post d${n} was made ${found.length} times`)
  return found[0]?.documentId ?? null
}

/** Whether what the CMS has now is this state. */
export async function isInState(desk: Desk, post: Post, state: State): Promise<boolean> {
  post.documentId ??= await findId(desk, post.n)
  if (post.documentId === null) return state === null
  const draft = await numberOf(desk, post.documentId, 'draft')
  const live = draft === null ? null : await numberOf(desk, post.documentId, 'published')
  return draft === (state?.draft.number ?? null) && live === (state?.live?.number ?? null)
}
