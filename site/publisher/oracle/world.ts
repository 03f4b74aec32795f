/** What the CMS does, without the CMS: drafts, what is public of them, where it stood before, and the change log. */
import { type Change, type Kind, postKinds } from '../../src/content/documents.ts'
import { build } from '../../src/content/testing/builders.ts'

export type Document = Record<string, unknown> & { documentId: string; slug?: string; column?: string | null }
type Place = { column: string | null; slug: string }
type Row = Pick<Change, 'sequence' | 'kind' | 'documentId' | 'event'>

export type World = ReturnType<typeof createWorld>

export const UNDRAFTED: readonly Kind[] = ['column', 'tag', 'topic', 'link-group', 'site-setting']
const FIRST_MOVE = Date.UTC(2026, 5, 1)

const isPost = (kind: Kind) => (postKinds as readonly Kind[]).includes(kind)
const keyOf = (kind: Kind, documentId: string) => `${kind} ${documentId}`

function placeOf(kind: Kind, document: Document | undefined): Place | null {
  if (!document?.slug) return null
  const column = document.column ?? null
  if (isPost(kind)) return { column, slug: document.slug }
  if (kind === 'page') return column === null ? { column, slug: document.slug } : null
  return kind === 'column' ? { column: null, slug: document.slug } : null
}

const isSame = (one: Place | null, other: Place | null) => one?.column === other?.column && one?.slug === other?.slug

export function createWorld() {
  const drafts = new Map<string, Document>()
  const shown = new Map<string, Document>()
  const former = new Map<string, (Place & { leftAt: string })[]>()
  const undelivered: Row[] = []
  let sequence = 0
  let moves = 0

  function log(kind: Kind, documentId: string, event: Change['event']) {
    sequence += 1
    undelivered.push({ sequence, kind, documentId, event })
  }

  function leave(kind: Kind, documentId: string, after: Document | undefined) {
    const key = keyOf(kind, documentId)
    const left = placeOf(kind, shown.get(key))
    if (!left || isSame(left, placeOf(kind, after))) return
    moves += 1
    const others = (former.get(key) ?? []).filter((place) => !isSame(place, left))
    former.set(key, [{ ...left, leftAt: new Date(FIRST_MOVE + moves * 1000).toISOString() }, ...others])
  }

  /** The unique index on public slugs, and the rule that a column takes its own kind only. */
  function isRefused(kind: Kind, document: Document): boolean {
    const others = [...shown].filter(([key]) => key.startsWith(`${kind} `) && key !== keyOf(kind, document.documentId))
    if (document.slug && others.some(([, other]) => other.slug === document.slug)) return true
    return isPost(kind) && shown.get(keyOf('column', String(document.column)))?.kind !== kind
  }

  const standsIn = (columnId: string) =>
    [...drafts].some(([key, { column }]) => column === columnId && !key.startsWith('column '))

  function asPublic(kind: Kind, documentId: string): Document | null {
    const document = shown.get(keyOf(kind, documentId))
    if (!document) return null
    const left = (former.get(keyOf(kind, documentId)) ?? []).filter((place) => !isSame(place, placeOf(kind, document)))
    if (kind === 'column') return { ...document, formerSlugs: left.map(({ slug, leftAt }) => ({ slug, leftAt })) }
    return isPost(kind) || kind === 'page' ? { ...document, formerAddresses: left } : document
  }

  return {
    /** Saves what `patch` says and publishes it. Answers whether the CMS would have done it. */
    publish(kind: Kind, documentId: string, patch: object): boolean {
      const key = keyOf(kind, documentId)
      const document = { ...(drafts.get(key) ?? build(kind, documentId)), ...patch } as Document
      if (isRefused(kind, document)) return false
      leave(kind, documentId, document)
      drafts.set(key, document)
      log(kind, documentId, shown.has(key) ? 'updated' : 'published')
      shown.set(key, document)
      return true
    },

    unpublish(kind: Kind, documentId: string): boolean {
      const key = keyOf(kind, documentId)
      if (UNDRAFTED.includes(kind) || !shown.has(key)) return false
      leave(kind, documentId, undefined)
      shown.delete(key)
      log(kind, documentId, 'unpublished')
      return true
    },

    remove(kind: Kind, documentId: string): boolean {
      const key = keyOf(kind, documentId)
      if (!drafts.has(key) || (kind === 'column' && standsIn(documentId))) return false
      drafts.delete(key)
      former.delete(key)
      if (shown.delete(key)) log(kind, documentId, 'deleted')
      return true
    },

    /** The next rows of the change log; as in the CMS each carries its document as it is public now. */
    take(most: number): Change[] {
      return undelivered.splice(0, most).map((row) => ({
        ...row,
        at: new Date(FIRST_MOVE).toISOString(),
        document: asPublic(row.kind, row.documentId),
      }))
    },
  }
}
