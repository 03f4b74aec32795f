/** Finds the links to elsewhere in drafts and in what is public, kind by kind, a few documents at a time. */
import { setImmediate } from 'node:timers/promises'
import type { Core } from '@strapi/types'
import { addressFields, type CheckedKind, checkedFields, checkedKinds } from '../../domain/checks/fields'
import { addressesIn, isExternal } from '../../domain/checks/links'
import { subjectOf } from '../../domain/checks/subject'
import { uidOf } from '../../domain/content/kinds'
import { noteLinks } from '../../stores/checked-links'
import { ownPath } from '../../stores/link-targets'

const DOCUMENTS_AT_ONCE = 50

type Row = Record<string, unknown> & { id: number }

async function scanKind(strapi: Core.Strapi, kind: CheckedKind, since: Date | null, siteUrl: string, now: Date) {
  const select = ['id', ...Object.keys(checkedFields[kind].texts), ...Object.keys(addressFields[kind] ?? {})]
  let after = 0
  for (;;) {
    const where = { id: { $gt: after }, ...(since ? { updatedAt: { $gte: since } } : {}) }
    const rows: Row[] = await strapi.db
      .query(uidOf(kind))
      .findMany({ select, where, orderBy: { id: 'asc' }, limit: DOCUMENTS_AT_ONCE })
    const urls = rows
      .flatMap((row) => addressesIn(subjectOf(kind, row, [])))
      .filter((url) => isExternal(url) && ownPath(url, siteUrl) === null)
    if (urls.length > 0) await noteLinks(strapi, urls, now)
    if (rows.length < DOCUMENTS_AT_ONCE) return
    after = rows[rows.length - 1].id
    // whoever waits for the CMS comes first
    await setImmediate()
  }
}

/** @param since what was saved from then on; null for everything */
export async function scanLinks(strapi: Core.Strapi, since: Date | null, siteUrl: string, now: Date) {
  for (const kind of checkedKinds) await scanKind(strapi, kind as CheckedKind, since, siteUrl, now)
}
