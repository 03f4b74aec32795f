/** The rows that were asked for, as a file on the device. */
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { saveFile } from '../save-file'
import { audit as texts } from '../texts/audit'
import type { Filter } from './answers'
import { addressOf } from './use-entries'

export type Format = 'xlsx' | 'csv'

export function useExport(filter: Filter) {
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [running, setRunning] = useState<Format | null>(null)

  async function exportAs(format: Format) {
    setRunning(format)
    try {
      const { data } = await get<Blob>(addressOf('/admin/audit/export', { ...filter, format }), {
        responseType: 'blob',
      })
      saveFile(data, `${texts.title}.${format}`)
    } catch (error) {
      const { message } = error as { message?: string }
      const isOurs = message !== undefined && /\p{Script=Han}/u.test(message)
      toggleNotification({ type: 'danger', message: isOurs ? message : texts.exportFailed })
    } finally {
      setRunning(null)
    }
  }

  return { exportAs, running }
}
