/** The two calls to the CMS: what changed, and what is live. */
import { changesResponseSchema } from '../src/content/documents.ts'
import type { LiveReport } from './live-report.ts'

const ANSWER_GRACE_MS = 15_000

export type CmsClient = ReturnType<typeof createCmsClient>

export function createCmsClient({ cmsUrl, token }: { cmsUrl: string; token: string }) {
  async function call(path: string, options: RequestInit) {
    const response = await fetch(new URL(path, cmsUrl), {
      ...options,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    })
    if (!response.ok) throw new Error(`the CMS answered ${response.status} to ${path.replace(/\?.*/, '')}`)
    return response.json()
  }

  return {
    /** @param waitS how long the CMS holds the answer back while nothing changes, in seconds */
    async changes(after: number, waitS: number, signal: AbortSignal) {
      const timeout = AbortSignal.timeout(waitS * 1000 + ANSWER_GRACE_MS)
      const path = `/api/publication/changes?after=${after}&wait=${waitS}`
      return changesResponseSchema.parse(await call(path, { signal: AbortSignal.any([signal, timeout]) }))
    },

    async reportLive(report: LiveReport, signal: AbortSignal) {
      const timeout = AbortSignal.timeout(ANSWER_GRACE_MS)
      await call('/api/publication/live', {
        method: 'POST',
        body: JSON.stringify(report),
        signal: AbortSignal.any([signal, timeout]),
      })
    },
  }
}
