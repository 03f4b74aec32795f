/** Anybody may send forged notices, as many as he likes: the log says so once a minute, and how many there were. */
import type { ProviderName } from '../domain/payments/order'
import type { NoticeRefusal } from './provider'

export const QUIET_MS = 60_000

export type NoteRefusal = (provider: ProviderName, refusal: NoticeRefusal) => void

export function createRefusalLog(warn: (line: string) => void, now: () => number = Date.now): NoteRefusal {
  let untold = 0
  let toldAt = Number.NEGATIVE_INFINITY
  return (provider, refusal) => {
    untold += 1
    if (now() - toldAt < QUIET_MS) return
    warn(`${untold} notices of payment refused, the last in the name of ${provider}: ${refusal}`)
    untold = 0
    toldAt = now()
  }
}
