import { setTimeout as sleep } from 'node:timers/promises'

const ASK_AGAIN_MS = 100

async function statusOf(url: string): Promise<number | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) })
    await response.body?.cancel()
    return response.status
  } catch {
    return null
  }
}

/** Asks until the address answers with the status; rejects with the signal's reason. */
export async function waitForAnswer(url: string, status: number, signal: AbortSignal): Promise<void> {
  while ((await statusOf(url)) !== status) await sleep(ASK_AGAIN_MS, undefined, { signal })
}
