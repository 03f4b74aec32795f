/** Takes in one report of the publisher. Told twice, late or out of order, it does no harm. */
import type { Core } from '@strapi/types'
import { isNewer, type LiveReport } from '../../domain/publication/live-report'
import { markLive, noteWork } from '../../stores/live-changes'
import { lockEngine, writeEngine } from '../../stores/publication-engine'
import { replaceFailures } from '../../stores/publication-failures'

/** Answers how many changes became live by it. */
export async function recordReport(strapi: Core.Strapi, report: LiveReport, now: Date): Promise<number> {
  const liveAt = new Date(report.liveAt)
  return strapi.db.transaction(async ({ trx }) => {
    const known = await lockEngine(trx)
    if (isNewer(liveAt, known.liveAt, now)) {
      await replaceFailures(trx, report.failures, now)
      await writeEngine(trx, { ...report, liveAt })
    }
    await noteWork(trx, report.changes)
    const named = report.changes.map(({ sequence }) => sequence)
    return report.problem ? 0 : markLive(trx, report.sequence, named, liveAt)
  })
}
