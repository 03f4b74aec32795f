/** The change log as any follower sees it, whole. */
import { setTimeout as sleep } from 'node:timers/promises'
import { createCmsClient } from '../../site/publisher/cms-client.ts'
import type { Change } from '../../site/src/content/documents.ts'

const ASK_AGAIN_MS = 200

export function openChangeLog(cmsUrl: string, token: string, signal: AbortSignal) {
  const cms = createCmsClient({ cmsUrl, token })

  /** Asks until the CMS is there. */
  async function ask(after: number) {
    for (;;) {
      try {
        return await cms.changes(after, 0, signal)
      } catch (error) {
        signal.throwIfAborted()
        if (!(error instanceof TypeError)) throw error
        await sleep(ASK_AGAIN_MS, undefined, { signal })
      }
    }
  }

  return {
    latest: async () => (await ask(Number.MAX_SAFE_INTEGER)).meta.latest,
    async all(): Promise<Change[]> {
      const rows: Change[] = []
      for (;;) {
        const { data } = await ask(rows.at(-1)?.sequence ?? 0)
        if (data.length === 0) return rows
        rows.push(...data)
      }
    },
  }
}
export type ChangeLog = ReturnType<typeof openChangeLog>
