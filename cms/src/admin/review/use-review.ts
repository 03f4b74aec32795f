/** The review of one piece, asked again by itself and after every act; panel and publish button look at the same. */
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect } from 'react'
import { usePolled } from '../publication/use-polled'
import type { Review } from './answers'

const PAUSE_MS = 15_000
const CHANGED = 'review-changed'

export const reviewAddress = (uid: string, documentId: string) => `/admin/review/documents/${uid}/${documentId}`

/** Tells everything that shows reviews to ask at once. */
export const announceReviewChange = () => window.dispatchEvent(new Event(CHANGED))

/** @param run called after each act done in this window */
export function useReviewChanges(run: () => void) {
  useEffect(() => {
    window.addEventListener(CHANGED, run)
    return () => window.removeEventListener(CHANGED, run)
  }, [run])
}

export function useReview(uid: string, documentId: string, revision: string) {
  const { get } = useFetchClient()
  const load = useCallback(
    async () => (await get<{ data: Review }>(reviewAddress(uid, documentId))).data.data,
    [get, uid, documentId],
  )
  const polled = usePolled(load, () => PAUSE_MS, revision)
  useReviewChanges(polled.askAgain)
  return polled
}
