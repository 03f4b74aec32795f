import { adminApi, useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { dispatch } from '../store'
import { versions as texts } from '../texts/versions'
import type { Gone } from './answers'

/** The form shows what was saved last: after others than the form have saved, it has to be loaded anew. */
export function reload(uid: string, documentId: string) {
  const tags = [{ type: 'Document', id: `${uid}_${documentId}` }, { type: 'Document', id: uid }, 'Relations']
  dispatch(adminApi.util.invalidateTags(tags as never))
}

export function useRestore(uid: string, documentId: string) {
  const { post } = useFetchClient()
  const { toggleNotification } = useNotification()
  const [isRestoring, setRestoring] = useState(false)

  /** Answers whether it was done. */
  async function restore(number: number): Promise<boolean> {
    setRestoring(true)
    try {
      const { data } = await post<{ data: { gone: Gone[] } }>(`/admin/versions/${uid}/${documentId}/${number}/restore`)
      const gone = data.data.gone.map(({ label, name }) => `${label}“${name}”`).join('、')
      toggleNotification({ type: 'success', message: texts.restored(number) })
      if (gone) toggleNotification({ type: 'warning', message: texts.gone(gone), timeout: 15_000 })
      reload(uid, documentId)
      return true
    } catch (error) {
      const said = (error as { response?: { data?: { error?: { message?: string } } } }).response?.data?.error?.message
      toggleNotification({ type: 'danger', message: said ?? texts.restoreFailed })
      return false
    } finally {
      setRestoring(false)
    }
  }

  return { restore, isRestoring }
}
