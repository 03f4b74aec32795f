import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const ASK_AGAIN_MS = 100
const ANSWER_WITHIN_MS = 5000

/** One connection a question: one kept open would hold the server up when it is to stop. */
function statusOf(url: string): Promise<number | null> {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: ANSWER_WITHIN_MS }, (response) => {
      response.resume()
      resolve(response.statusCode ?? null)
    })
    request.once('timeout', () => request.destroy())
    request.once('error', () => resolve(null))
  })
}

/** Asks until the address answers with the status; rejects with the signal's reason. */
export async function waitForAnswer(url: string, status: number, signal: AbortSignal): Promise<void> {
  while ((await statusOf(url)) !== status) await sleep(ASK_AGAIN_MS, undefined, { signal })
}
