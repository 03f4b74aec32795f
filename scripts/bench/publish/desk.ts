/** The desk's own calls, as the browser makes them. */
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

const ARTICLES = '/content-manager/collection-types/api::article.article'
const loginSchema = z.object({ data: z.object({ token: z.string() }) })
const publishedSchema = z.object({ data: z.object({ documentId: z.string() }) })

export type Form = Record<string, unknown>
export type Desk = Awaited<ReturnType<typeof logIn>>

async function readAnswer(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw new Error(`the CMS answered ${response.status} to ${response.url}: ${text.slice(0, 500)}`)
  return JSON.parse(text)
}

export async function logIn(cmsUrl: string, dataDir: string) {
  const [line = ''] = fs.readFileSync(path.join(dataDir, 'first-login.txt'), 'utf8').split('\n')
  const [, email, password] = line.split('\t')
  const headers = { 'content-type': 'application/json' }
  const login = { method: 'POST', headers, body: JSON.stringify({ email, password }) }
  const { data } = loginSchema.parse(await readAnswer(await fetch(`${cmsUrl}/admin/login`, login)))
  const authorized = { ...headers, authorization: `Bearer ${data.token}` }

  return {
    /** What “发布” does: saves the form and publishes it in one call. Answers the document's id. */
    publish: async (documentId: string | null, form: Form): Promise<string> => {
      const url = `${cmsUrl}${ARTICLES}${documentId === null ? '' : `/${documentId}`}/actions/publish`
      const response = await fetch(url, { method: 'POST', headers: authorized, body: JSON.stringify(form) })
      return publishedSchema.parse(await readAnswer(response)).data.documentId
    },

    /** What the list view asks for when it is opened. */
    list: async () => {
      const query = 'page=1&pageSize=20&sort=displayDate:DESC'
      await readAnswer(await fetch(`${cmsUrl}${ARTICLES}?${query}`, { headers: authorized }))
    },
  }
}
