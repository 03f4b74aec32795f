/** What a writer does to a post, and what it is afterwards. */
import { ARTICLES, type Method } from './desk.ts'
import { type Column, type Post, type State, titleOf, type Version } from './post.ts'
import type { Random } from './random.ts'

export type Call = { method: Method; address: string; body?: unknown }
export type Move = { name: MoveName; call: Call; after: State; rows: number }
export type MoveName = keyof typeof WEIGHTS

export const WEIGHTS = {
  publishNew: 6,
  writeDraft: 2,
  edit: 8,
  saveDraft: 2,
  rename: 3,
  change: 3,
  unpublish: 2,
  remove: 1,
} as const

type Context = { random: Random; columns: readonly Column[]; slug: () => string; linked: Post | null }

const bodyOf = (number: number, linked: Post | null) =>
  `第 ${number} 版。\n\n${linked?.documentId ? `参见[另一篇](/go/article/${linked.documentId})。` : '没有别的。'}`

function formOf(n: number, { number, slug, column }: Version, linked: Post | null) {
  const { id, documentId } = column
  return {
    ...{ title: titleOf(n, number), slug, body: bodyOf(number, linked) },
    column: { connect: [{ id, documentId }], disconnect: [] },
  }
}

function write(name: MoveName, post: Post, version: Version, { linked }: Context): Move {
  const isDraft = name === 'writeDraft' || name === 'saveDraft'
  const own = post.documentId ? `${ARTICLES}/${post.documentId}` : ARTICLES
  const method: Method = isDraft && post.documentId ? 'PUT' : 'POST'
  const call = { method, address: isDraft ? own : `${own}/actions/publish`, body: formOf(post.n, version, linked) }
  const live = isDraft ? (post.state?.live ?? null) : version
  return { name, call, after: { draft: version, live }, rows: isDraft ? 0 : 1 }
}

/** @returns null where this cannot be done to this post */
export function planMove(name: MoveName, post: Post, context: Context): Move | null {
  const { random, columns, slug } = context
  const { state, documentId } = post
  if (name === 'publishNew' || name === 'writeDraft') {
    const version = { number: 1, slug: slug(), column: random.oneOf(columns) }
    return state === null && documentId === null ? write(name, post, version, context) : null
  }
  if (state === null || documentId === null) return null
  const next = { ...state.draft, number: state.draft.number + 1 }
  const rows = state.live ? 1 : 0
  switch (name) {
    case 'edit':
    case 'saveDraft':
      return write(name, post, next, context)
    case 'rename':
      return write(name, post, { ...next, slug: slug() }, context)
    case 'change':
      return write(name, post, { ...next, column: random.oneOf(columns) }, context)
    case 'unpublish': {
      const call = { method: 'POST', address: `${ARTICLES}/${documentId}/actions/unpublish`, body: {} } as const
      return state.live ? { name, call, after: { ...state, live: null }, rows } : null
    }
    case 'remove':
      return { name, call: { method: 'DELETE', address: `${ARTICLES}/${documentId}` }, after: null, rows }
    default:
      return name satisfies never
  }
}
