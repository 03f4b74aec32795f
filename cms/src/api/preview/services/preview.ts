/** Who gets a preview link, and what it opens. */
import type { Core } from '@strapi/types'
import { isPostKind, type Kind, kindOf, postKinds, slugKinds, uidOf } from '../../../domain/content/kinds'
import { type Around, arrange, type Laid, nothingToShow } from '../../../domain/preview/arrange'
import type { Draft } from '../../../domain/preview/complete-draft'
import { LINK_VALID_MS, type PreviewGrant, signLink } from '../../../domain/preview/link'
import { readEnvironment } from '../../../environment'
import { loadDraft, loadPublished } from '../../../stores/published-documents'

type Asked = { documentId: string; status?: string }
type Checker = { can: { read: (entity: unknown) => boolean } }

async function columnsInOrder(strapi: Core.Strapi): Promise<Draft[]> {
  const rows: { documentId: string }[] = await strapi.db
    .query('api::column.column')
    .findMany({ select: ['documentId'], orderBy: [{ order: 'asc' }, { documentId: 'asc' }] })
  const ids = rows.map(({ documentId }) => documentId)
  const columns = await loadPublished(strapi, 'column', ids)
  return ids.flatMap((id) => columns.get(id) ?? [])
}

async function isSlugTaken(strapi: Core.Strapi, kind: Kind, { documentId, slug }: Draft): Promise<boolean> {
  if (!slug || !(slugKinds as readonly string[]).includes(kind)) return false
  const drafted = isPostKind(kind) || kind === 'page'
  return (
    (await strapi.db.query(uidOf(kind)).count({
      where: { slug, documentId: { $ne: documentId }, ...(drafted ? { publishedAt: { $notNull: true } } : {}) },
    })) > 0
  )
}

async function newestWithTag(strapi: Core.Strapi, documentId: string): Promise<Laid | null> {
  for (const kind of postKinds) {
    const row: { documentId: string } | null = await strapi.db.query(uidOf(kind)).findOne({
      where: { tags: { documentId }, publishedAt: { $notNull: true } },
      orderBy: { displayDate: 'desc' },
    })
    const document = row && (await loadPublished(strapi, kind, [row.documentId])).get(row.documentId)
    if (document) return { kind, document }
  }
  return null
}

async function around(strapi: Core.Strapi, kind: Kind, document: Draft): Promise<Around> {
  return {
    columns: await columnsInOrder(strapi),
    slugTaken: await isSlugTaken(strapi, kind, document),
    tagged: kind === 'tag' ? await newestWithTag(strapi, document.documentId) : null,
  }
}

async function mayRead(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<boolean> {
  const userAbility = strapi.requestContext.get()?.state?.userAbility
  if (!userAbility) return false
  const checker: Checker = strapi
    .plugin('content-manager')
    .service('permission-checker')
    .create({ userAbility, model: uidOf(kind) })
  // "own drafts only" is a condition on who created it
  const row = await strapi.db.query(uidOf(kind)).findOne({ where: { documentId }, populate: ['createdBy'] })
  return row !== null && checker.can.read(row)
}

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** A link for whoever asks in the desk; none for who may not read the document there, or where there is no page. */
  async linkFor(uid: string, { documentId, status }: Asked): Promise<string | undefined> {
    const kind = kindOf(uid)
    if (!kind || !(await mayRead(strapi, kind, documentId))) return undefined
    const { PREVIEW_SECRET, SITE_URL } = readEnvironment()
    const expires = Date.now() + LINK_VALID_MS
    const grant = { kind, documentId, status: status === 'published' ? 'published' : 'draft', expires } as const
    return new URL(`/preview/?link=${signLink(grant, PREVIEW_SECRET)}`, SITE_URL).href
  },

  /** `shows`: a kind without drafts is public as it was saved. */
  async arrangementOf({ kind, documentId, status }: PreviewGrant, now: Date) {
    const shows = strapi.contentType(uidOf(kind)).options?.draftAndPublish === true ? status : ('saved' as const)
    const document =
      status === 'draft'
        ? await loadDraft(strapi, kind, documentId, now)
        : (await loadPublished(strapi, kind, [documentId])).get(documentId)
    if (!document) return { shows, ...nothingToShow }
    return { shows, ...arrange(kind, document, await around(strapi, kind, document)) }
  },
})
