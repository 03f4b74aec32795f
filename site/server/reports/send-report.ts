/** Hands a report to the CMS. */
import type { ReadingsSettings } from '../readings/tell-readings.ts'
import type { Fields } from './report.ts'

const ANSWER_WITHIN_MS = 5000

/** @throws where the CMS does not take it */
export async function sendReport({ cmsUrl, publicationToken }: ReadingsSettings, fields: Fields): Promise<void> {
  const response = await fetch(`${cmsUrl}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${publicationToken}` },
    body: JSON.stringify(fields),
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
  })
  if (!response.ok) throw new Error(`the CMS answered ${response.status} to a report`)
}
