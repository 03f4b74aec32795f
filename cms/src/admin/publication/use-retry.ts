import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { publication as texts } from '../texts/publication'

/** Tries a document again. `then` runs when the attempt has been noted, not when it has succeeded. */
export function useRetry(then: () => void) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { formatAPIError } = useAPIErrorHandler()
  const [isRetrying, setRetrying] = useState(false)

  async function retry(uid: string, documentId: string) {
    setRetrying(true)
    try {
      await post(`/admin/publication/documents/${uid}/${documentId}/retry`)
      then()
    } catch (error) {
      const message = formatAPIError(error as Parameters<typeof formatAPIError>[0])
      toggleNotification({ type: 'danger', message: message || texts.retryFailed })
    } finally {
      setRetrying(false)
    }
  }

  return { retry, isRetrying }
}
