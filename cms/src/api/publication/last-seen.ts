/** When the publisher last asked or told something. Each time counts; the database hears of it now and then only. */
import type { Core } from '@strapi/types'
import { writeSeen } from '../../stores/publication-engine'

const STORED_EVERY_MS = 10_000

export function createLastSeen(strapi: Core.Strapi) {
  let seenAt: Date | null = null
  let storedAt = 0

  return {
    note(now: Date) {
      seenAt = now
      if (now.getTime() - storedAt < STORED_EVERY_MS) return
      storedAt = now.getTime()
      // the publisher waits for changes, not for this
      writeSeen(strapi, now).catch((error: unknown) => strapi.log.warn(`could not note the publisher: ${error}`))
    },
    get: () => seenAt,
  }
}
