/** The engine as a whole: what waits, what fails, how big the site is and how much room there is. */
import type { Core } from '@strapi/types'
import { uidOf } from '../../domain/content/kinds'
import { culpritOf, type EngineHealth } from '../../domain/publication/live-report'
import { isDiskLow, resolveEngineState, secondsLeft } from '../../domain/publication/status'
import { readEnvironment } from '../../environment'
import { allFailures, type Failure } from '../../stores/publication-failures'
import { titlesOf, waitingChanges } from '../../stores/publication-history'
import { readKnownEngine } from './known-engine'
import type { Permissions } from './permissions'

const MAX_SHOWN = 20

function describeHealth({ rebuild, ...health }: EngineHealth, now: Date) {
  return {
    ...health,
    isDiskLow: isDiskLow({ ...health, rebuild }),
    rebuild: rebuild && { ...rebuild, secondsLeft: secondsLeft(rebuild, now) },
  }
}

/** Whose document it is not theirs to read sees that a page fails, and not what it is called. */
async function describeFailure(failure: Failure, titles: Map<string, string>, permissions: Permissions) {
  const { address, code, reason, oldStands, since } = failure
  const culprit = culpritOf(failure)
  const isReadable = culprit !== null && (await permissions.mayRead(culprit.kind, culprit.documentId))
  const document = isReadable && {
    uid: uidOf(culprit.kind),
    documentId: culprit.documentId,
    title: titles.get(culprit.documentId) ?? null,
    mayRetry: await permissions.mayRetry(culprit.kind, culprit.documentId),
  }
  return { address, code, reason, oldStands, since, document: document || null }
}

export async function describeEngine(strapi: Core.Strapi, permissions: Permissions, now: Date) {
  const [engine, waiting, failures] = await Promise.all([
    readKnownEngine(strapi),
    waitingChanges(strapi),
    allFailures(strapi),
  ])
  const shown = failures.slice(0, MAX_SHOWN)
  const titles = await titlesOf(
    strapi,
    shown.flatMap((failure) => culpritOf(failure)?.documentId ?? []),
  )
  return {
    state: resolveEngineState({ ...engine, failures: failures.length, waiting: waiting.count }, now),
    seenAt: engine.seenAt,
    problem: engine.problem,
    waiting,
    health: engine.health && describeHealth(engine.health, now),
    failureCount: failures.length,
    failures: await Promise.all(shown.map((failure) => describeFailure(failure, titles, permissions))),
    siteUrl: readEnvironment().SITE_URL,
    now,
  }
}
