/** Does something to a piece under review, and says how it went. */
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { review as texts } from '../texts/review'
import { announceReviewChange, reviewAddress } from './use-review'

export type ActPath = keyof typeof texts.done

export function useAct(uid: string, documentId: string) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { formatAPIError } = useAPIErrorHandler()
  const [isBusy, setBusy] = useState(false)

  /** Answers whether it was done. */
  async function act(path: ActPath, said: object): Promise<boolean> {
    setBusy(true)
    try {
      await post(`${reviewAddress(uid, documentId)}/${path}`, said)
      toggleNotification({ type: 'success', message: texts.done[path] })
      return true
    } catch (error) {
      const message = formatAPIError(error as Parameters<typeof formatAPIError>[0])
      toggleNotification({ type: 'danger', message: message || texts.failed })
      return false
    } finally {
      setBusy(false)
      announceReviewChange()
    }
  }

  return { act, isBusy }
}
