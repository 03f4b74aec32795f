/** Titles to hold a draft's against: of its column, and of the policies. */
import type { Core } from '@strapi/types'
import type { CheckedKind } from '../domain/checks/fields'
import { isPostKind, uidOf } from '../domain/content/kinds'

type Titled = { documentId: string; title: string }

/** the longest stretch of letters or digits: whatever is the same title has it, too */
const STRETCH = /[\p{L}\p{N}]+/gu
const MOST_FOUND = 50

/** Other documents of the column that may have the same title: the rule decides. */
export async function titlesLike(
  strapi: Core.Strapi,
  kind: CheckedKind,
  { title, column, documentId }: { title: string; column: string | null; documentId: string | null },
): Promise<Titled[]> {
  const stretches = [...title.matchAll(STRETCH)].map(([found]) => found)
  const longest = stretches.toSorted((one, other) => other.length - one.length)[0]
  if (!isPostKind(kind) || !column || !longest || !('title' in strapi.contentType(uidOf(kind)).attributes)) return []
  return strapi.db.query(uidOf(kind)).findMany({
    select: ['documentId', 'title'],
    where: {
      title: { $contains: longest },
      column: { documentId: column },
      ...(documentId ? { documentId: { $ne: documentId } } : {}),
    },
    limit: MOST_FOUND,
  })
}

/** Each once, drafts too: a law that is being entered is known. */
export async function policyTitles(strapi: Core.Strapi): Promise<string[]> {
  const rows: { title: string }[] = await strapi.db.query('api::policy.policy').findMany({ select: ['title'] })
  return [...new Set(rows.map(({ title }) => title))]
}
