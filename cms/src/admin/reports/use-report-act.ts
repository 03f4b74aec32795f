/** Does something to a report, and says how it went. */
import { useAPIErrorHandler, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { reports as texts } from '../texts/reports'

export function useReportAct(id: number, onChanged: () => void) {
  const { post, del } = useFetchClient()
  const { toggleNotification } = useNotification()
  const { formatAPIError } = useAPIErrorHandler()
  const [isBusy, setBusy] = useState(false)

  async function act(work: () => Promise<unknown>, success: string) {
    setBusy(true)
    try {
      await work()
      toggleNotification({ type: 'success', message: success })
    } catch (error) {
      const message = formatAPIError(error as Parameters<typeof formatAPIError>[0])
      toggleNotification({ type: 'danger', message: message || texts.actFailed })
    } finally {
      setBusy(false)
      onChanged()
    }
  }

  return {
    isBusy,
    markDone: (note: string) => act(() => post(`/admin/reports/${id}/done`, { note }), texts.markedDone),
    reopen: () => act(() => post(`/admin/reports/${id}/reopen`, {}), texts.reopened),
    remove: () => act(() => del(`/admin/reports/${id}`), texts.removed),
  }
}
