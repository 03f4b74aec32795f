/**
 * Strapi asks for a preview's address once and keeps it as long as the entry is open; ours is signed for a quarter of an
 * hour. Whoever opens a preview after a while gets a new one.
 */
import { adminApi } from '@strapi/strapi/admin'

/** A third of what a link is good for: time enough to look at the page, print it, or pass the window on. */
const OLD_AFTER_MS = 5 * 60_000

type Held = { fulfilledTimeStamp?: number } | undefined
type Definition = { forceRefetch?: (held: { endpointState?: Held }) => boolean }

const isOld = ({ fulfilledTimeStamp }: NonNullable<Held>) =>
  fulfilledTimeStamp !== undefined && Date.now() - fulfilledTimeStamp > OLD_AFTER_MS

export function renewOldLinks() {
  adminApi.enhanceEndpoints({
    endpoints: {
      getPreviewUrl: (definition: Definition) => {
        definition.forceRefetch = ({ endpointState }) => endpointState !== undefined && isOld(endpointState)
      },
    } as never,
  })
}
