/**
 * Tells devices of new posts, in rounds. What is due stands in the database: a device is claimed before its message is
 * sent, so that whoever is killed tells nothing twice, and goes on with the others at the next start.
 */
import type { Announcements } from './announcements.ts'
import { isChosen } from './choices.ts'
import type { CurrentPost, ReadPosts } from './current-posts.ts'
import { type Deliver, type Outcome, WORTH_TELLING_S } from './deliver.ts'
import { messageOf } from './message.ts'
import type { Subscription, Subscriptions } from './subscriptions.ts'

/** What goes live shortly after each other is one message. */
export const GATHER_MS = 10_000
/** A device is left in peace this long after a message; what is new meanwhile is the next one. */
export const QUIET_MS = 5 * 60_000
const DEVICES_AT_ONCE = 8
const DEVICES_A_LOOK = 100
const FIRST_RETRY_MS = 60_000
const LONGEST_RETRY_MS = 3600_000
const GIVEN_UP_AFTER_MS = 30 * 24 * 3600_000
const KEPT_MS = 7 * 24 * 3600_000

type Logger = { info: (facts: object, text: string) => void }
export type SenderParts = {
  announcements: Announcements
  subscriptions: Subscriptions
  readPosts: ReadPosts
  deliver: Deliver
  logger: Logger
  now?: () => number
}
export type Counts = Record<Outcome['kind'], number>

type Round = { upTo: number; posts: readonly CurrentPost[]; away: Set<string>; counts: Counts }

export function createSender({
  announcements,
  subscriptions,
  readPosts,
  deliver,
  logger,
  now = Date.now,
}: SenderParts) {
  /** Waits as long as it has failed, so that a device that is away for long is tried ever less often. */
  function retryAt({ failingSinceMs }: Subscription, afterMs: number | null): number {
    const failing = failingSinceMs === null ? 0 : now() - failingSinceMs
    return now() + (afterMs ?? Math.min(Math.max(failing, FIRST_RETRY_MS), LONGEST_RETRY_MS))
  }

  function settle(device: Subscription, outcome: Outcome, { upTo, away, counts }: Round) {
    counts[outcome.kind] += 1
    switch (outcome.kind) {
      case 'delivered':
        return subscriptions.isSound(device.id)
      case 'gone':
        return subscriptions.remove(device.id)
      case 'refused':
      case 'failed': {
        const isLost = device.failingSinceMs !== null && now() - device.failingSinceMs > GIVEN_UP_AFTER_MS
        if (isLost) return subscriptions.remove(device.id)
        subscriptions.isFailing(device.id, now())
        if (outcome.kind === 'refused') return
        if (outcome.isAway) away.add(new URL(device.endpoint).origin)
        return subscriptions.giveBack(device, upTo, retryAt(device, outcome.afterMs))
      }
      default:
        return outcome satisfies never
    }
  }

  async function tell(device: Subscription, round: Round): Promise<void> {
    const { upTo, posts, away } = round
    const wanted = posts.filter(
      ({ id, columnId, module }) => id > device.toldUpTo && isChosen(device.choices, { documentId: columnId, module }),
    )
    if (!subscriptions.claim(device, upTo, wanted.length > 0 ? now() + QUIET_MS : 0) || wanted.length === 0) return
    // a service that did not answer a moment ago will not answer for the next thousand devices
    const isAway = away.has(new URL(device.endpoint).origin)
    const outcome: Outcome = isAway
      ? { kind: 'failed', reason: 'service is away', isAway, afterMs: null }
      : await deliver(device, messageOf(wanted))
    settle(device, outcome, round)
  }

  async function tellAll(devices: readonly Subscription[], round: Round, signal: AbortSignal) {
    const waiting = devices[Symbol.iterator]()
    const work = async () => {
      for (const device of waiting) {
        if (signal.aborted) return
        await tell(device, round)
      }
    }
    await Promise.all(Array.from({ length: DEVICES_AT_ONCE }, work))
  }

  return {
    /** One look at what is due; returns when all of it is told. Two at the same time share the work. */
    async round(signal: AbortSignal): Promise<Counts> {
      const startedAt = now()
      const counts: Counts = { delivered: 0, gone: 0, refused: 0, failed: 0 }
      const upTo = announcements.newestAt(startedAt - GATHER_MS)
      const nextDevices = () => subscriptions.due(upTo, startedAt, DEVICES_A_LOOK)
      let devices = nextDevices()
      if (devices.length === 0) return counts
      const posts = readPosts(announcements.list(startedAt - WORTH_TELLING_S * 1000, upTo))
      const round: Round = { upTo, posts, away: new Set(), counts }
      for (; devices.length > 0 && !signal.aborted; devices = nextDevices()) await tellAll(devices, round, signal)
      announcements.sweep(startedAt - KEPT_MS)
      if (Object.values(counts).some((count) => count > 0)) logger.info(counts, 'new posts told')
      return counts
    },
  }
}
