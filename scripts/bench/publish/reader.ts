/** A reader who asks for a page again and again, on one open connection, until it has the new text. */
import http from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

const BETWEEN_MS = 1
const GIVE_UP_MS = 60_000

export function openReader(siteUrl: string) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })

  function read(path: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const request = http.get(new URL(path, siteUrl), { agent }, (response) => text(response).then(resolve, reject))
      request.once('error', reject)
    })
  }

  return {
    read,
    /** @returns how long it took, in milliseconds from `since` (performance.now) */
    until: async (path: string, words: string, since: number): Promise<number> => {
      for (;;) {
        const page = await read(path)
        const passed = performance.now() - since
        if (page.includes(words)) return passed
        if (passed > GIVE_UP_MS) throw new Error(`${path} does not show “${words}” after ${GIVE_UP_MS / 1000} s`)
        await sleep(BETWEEN_MS)
      }
    },
    close: () => agent.destroy(),
  }
}
export type Reader = ReturnType<typeof openReader>
