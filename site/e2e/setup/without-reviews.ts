/** One column for the tests that are not about reviews: what stands in it is published at once. */
import { type Account, readFirstLogin } from './first-login.ts'

export const COLUMN_WITHOUT_REVIEWS = '党建要闻'
const COLUMNS = '/content-manager/collection-types/api::column.column'

type Column = { documentId: string; name: string }

async function ask(url: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, init)
  const text = await response.text()
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}: ${text}`)
  return JSON.parse(text)
}

/** @param deskUrl with /admin at its end */
export async function askForNoReviews(deskUrl: string, dataDir: string): Promise<void> {
  const origin = new URL(deskUrl).origin
  const json = { 'content-type': 'application/json' }
  const [{ email, password }] = readFirstLogin(dataDir) as [Account]
  const login = { method: 'POST', headers: json, body: JSON.stringify({ email, password }) }
  const { data } = (await ask(`${deskUrl}/login`, login)) as { data: { token: string } }
  const headers = { ...json, authorization: `Bearer ${data.token}` }
  const { results } = (await ask(`${origin}${COLUMNS}?pageSize=100`, { headers })) as { results: Column[] }
  const column = results.find(({ name }) => name === COLUMN_WITHOUT_REVIEWS)
  if (!column) throw new Error(`there is no column ${COLUMN_WITHOUT_REVIEWS}`)
  const body = JSON.stringify({ reviewLevels: 0 })
  await ask(`${origin}${COLUMNS}/${column.documentId}`, { method: 'PUT', headers, body })
}
