/** One transaction: the document changes, the change log says so, and where it stood before is remembered. */
import type { Core, Modules } from '@strapi/types'
import { isPostKind, type Kind, kindOf, uidOf } from '../domain/content/kinds'
import { titleOf } from '../domain/content/titles'
import { type Address, forgetAddresses, rememberAddress } from '../stores/former-addresses'
import { appendChange, type ChangeEvent } from '../stores/publication-changes'
import { currentActor } from './actor'

type Middleware = Modules.Documents.Middleware.Middleware
type Context = Parameters<Middleware>[0]
type PublicRow = (Record<string, unknown> & { slug?: string; column?: { documentId: string } | null }) | null

const WRITES = new Set(['create', 'update', 'delete', 'publish', 'unpublish', 'clone', 'discardDraft'])

const isDrafted = (strapi: Core.Strapi, kind: Kind) => strapi.contentType(uidOf(kind)).options?.draftAndPublish === true

function changesPublic(strapi: Core.Strapi, kind: Kind, context: Context): boolean {
  const { action } = context
  if (action === 'discardDraft') return false
  if (!isDrafted(strapi, kind)) return true
  return action === 'publish' || action === 'unpublish' || action === 'delete'
}

async function publicRow(strapi: Core.Strapi, kind: Kind, documentId: string | undefined): Promise<PublicRow> {
  if (!documentId) return null
  return strapi.db.query(uidOf(kind)).findOne({
    where: { documentId, ...(isDrafted(strapi, kind) ? { publishedAt: { $notNull: true } } : {}) },
    ...('column' in strapi.contentType(uidOf(kind)).attributes
      ? { populate: { column: { select: ['documentId'] } } }
      : {}),
  })
}

function eventOf(action: string, before: PublicRow, after: PublicRow): ChangeEvent | null {
  if (!before && !after) return null
  if (!after) return action === 'delete' ? 'deleted' : 'unpublished'
  if (!before) return 'published'
  return before.slug !== after.slug || before.column?.documentId !== after.column?.documentId ? 'moved' : 'updated'
}

/** Where a public document stands by its own slug; null where its place is no matter of a slug. */
function addressOf(kind: Kind, row: PublicRow): Address | null {
  if (!row?.slug) return null
  const column = row.column?.documentId ?? null
  if (isPostKind(kind)) return column === null ? null : { column, slug: row.slug }
  // a guide stands at the address of its column
  if (kind === 'page') return column === null ? { column, slug: row.slug } : null
  return kind === 'column' ? { column: null, slug: row.slug } : null
}

const isSame = (one: Address, other: Address | null) => one.column === other?.column && one.slug === other.slug

function documentIdOf(context: Context, result: unknown): string {
  const { documentId } = context.params as { documentId?: string }
  return documentId ?? (result as { documentId: string }).documentId
}

/** @param announce called after the commit, so that waiting followers look at once */
export const changeLog =
  (strapi: Core.Strapi, announce: () => void): Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    if (!kind || !WRITES.has(context.action)) return next()
    return strapi.db.transaction(async ({ onCommit }) => {
      if (!changesPublic(strapi, kind, context)) return next()
      const before = await publicRow(strapi, kind, (context.params as { documentId?: string }).documentId)
      const result = await next()
      if (!result) return result
      const documentId = documentIdOf(context, result)
      const after = await publicRow(strapi, kind, documentId)
      const event = eventOf(context.action, before, after)
      const at = new Date()
      const left = addressOf(kind, before)
      if (context.action === 'delete') await forgetAddresses(strapi, kind, documentId)
      else if (left && !isSame(left, addressOf(kind, after))) await rememberAddress(strapi, kind, documentId, left, at)
      if (event) {
        const title = titleOf(kind, after ?? before)
        await appendChange(strapi, { kind, documentId, event, at, title, actor: currentActor(strapi) })
        onCommit(announce)
      }
      return result
    })
  }
