/** Posts by the words of their titles, for links that outlive a rename. */
import type { Core } from '@strapi/types'
import { kindNames, type LinkableKind } from '../../domain/content/kind-names'
import { uidOf } from '../../domain/content/kinds'
import { titleOf } from '../../domain/content/titles'
import type { Permissions } from '../publication/permissions'

const MOST_OF_A_KIND = 10
const MOST = 20
const NAMED_BY: Partial<Record<LinkableKind, string>> = { micropost: 'text', representative: 'name' }

export type LinkablePost = {
  href: string
  title: string
  kindName: string
  column: string | null
  isPublished: boolean
}

type Row = { documentId: string; updatedAt: string; column?: { name: string } | null }

async function findOfKind(strapi: Core.Strapi, kind: LinkableKind, words: string): Promise<Row[]> {
  const field = NAMED_BY[kind] ?? 'title'
  return strapi.db.query(uidOf(kind)).findMany({
    select: ['id', 'documentId', 'updatedAt', field],
    where: { publishedAt: null, $and: words.split(/\s+/).map((word) => ({ [field]: { $containsi: word } })) },
    populate: { column: { select: ['id', 'name'] } },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    limit: MOST_OF_A_KIND,
  })
}

export async function findPosts(strapi: Core.Strapi, permissions: Permissions, words: string): Promise<LinkablePost[]> {
  const found: { kind: LinkableKind; row: Row }[] = []
  for (const kind of Object.keys(kindNames) as LinkableKind[]) {
    for (const row of await findOfKind(strapi, kind, words))
      if (await permissions.mayRead(kind, row.documentId)) found.push({ kind, row })
  }
  const newest = found.toSorted((one, other) => Date.parse(other.row.updatedAt) - Date.parse(one.row.updatedAt))
  return Promise.all(
    newest.slice(0, MOST).map(async ({ kind, row }) => ({
      href: `/go/${kind}/${row.documentId}`,
      title: titleOf(kind, row as unknown as Record<string, unknown>) ?? '',
      kindName: kindNames[kind],
      column: row.column?.name ?? null,
      isPublished: await isPublished(strapi, kind, row.documentId),
    })),
  )
}

const isPublished = async (strapi: Core.Strapi, kind: LinkableKind, documentId: string) =>
  (await strapi.db.query(uidOf(kind)).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0
