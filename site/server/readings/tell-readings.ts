/** Tells the CMS once a minute how often pages were read; a report that was not answered is told again under its number, and counts once. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Reading, Readings } from './count-readings.ts'

const EVERY_MS = 60_000
const ANSWER_WITHIN_MS = 5000
const ADDRESSES_A_REPORT = 500

export type ReadingsSettings = { cmsUrl: string; publicationToken: string }
type Report = { id: string; readings: Reading[] }

async function send({ cmsUrl, publicationToken }: ReadingsSettings, report: Report): Promise<void> {
  const response = await fetch(`${cmsUrl}/api/readings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${publicationToken}` },
    body: JSON.stringify(report),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  if (!response.ok) throw new Error(`the CMS answered ${response.status}`)
}

function reportsOf(readings: Reading[]): Report[] {
  const reports: Report[] = []
  for (let from = 0; from < readings.length; from += ADDRESSES_A_REPORT)
    reports.push({ id: randomUUID(), readings: readings.slice(from, from + ADDRESSES_A_REPORT) })
  return reports
}

export function tellReadings(app: FastifyInstance, readings: Readings, settings: ReadingsSettings) {
  const untold: Report[] = []
  let isTelling = false

  async function tell() {
    if (isTelling) return
    isTelling = true
    // while the CMS is away counting goes on, and nothing is piled up
    if (untold.length === 0) untold.push(...reportsOf(readings.take()))
    try {
      for (let next = untold[0]; next; next = untold[0]) {
        await send(settings, next)
        untold.shift()
      }
    } catch (error) {
      app.log.info({ reason: String(error) }, 'readings are told later')
    } finally {
      isTelling = false
    }
  }

  const clock = setInterval(tell, EVERY_MS)
  clock.unref()
  app.addHook('onClose', async () => {
    clearInterval(clock)
    await tell()
  })
  return tell
}
