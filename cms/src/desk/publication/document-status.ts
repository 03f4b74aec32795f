/** Where one document stands, in the shape that the panel beside the form shows. */
import type { Core } from '@strapi/types'
import { type Kind, uidOf } from '../../domain/content/kinds'
import { isAway, millisecondsToLive, resolveState } from '../../domain/publication/status'
import { readEnvironment } from '../../environment'
import { type Failure, failuresOf } from '../../stores/publication-failures'
import { type DocumentHistory, lastChangeOf } from '../../stores/publication-history'
import { readKnownEngine } from './known-engine'

async function isPublic(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<boolean> {
  const drafted = strapi.contentType(uidOf(kind)).options?.draftAndPublish === true
  const where = { documentId, ...(drafted ? { publishedAt: { $notNull: true } } : {}) }
  return (await strapi.db.query(uidOf(kind)).count({ where })) > 0
}

const describeChange = (change: DocumentHistory) => ({
  event: change.event,
  at: change.at,
  liveAt: change.liveAt,
  ms: millisecondsToLive(change.at, change.liveAt),
  pages: change.pages,
  pageCount: change.pageCount,
})

const describeFailure = ({ address, code, reason, oldStands, since }: Failure) => {
  return { address, code, reason, oldStands, since }
}

export async function describeDocument(strapi: Core.Strapi, kind: Kind, documentId: string, now: Date) {
  const [lastChange, failures, engine, publicNow] = await Promise.all([
    lastChangeOf(strapi, kind, documentId),
    failuresOf(strapi, kind, documentId),
    readKnownEngine(strapi),
    isPublic(strapi, kind, documentId),
  ])
  const state = resolveState({
    isPublic: publicNow,
    lastChange,
    hasFailures: failures.length > 0,
    taken: engine.sequence,
    problem: engine.problem,
  })
  return {
    state,
    isPublic: publicNow,
    change: lastChange && describeChange(lastChange),
    failures: state === 'failed' ? failures.map(describeFailure) : [],
    problem: state === 'failed' || state === 'paused' ? engine.problem : null,
    engineIsAway: isAway(engine.seenAt, now),
    siteUrl: readEnvironment().SITE_URL,
    now,
  }
}
