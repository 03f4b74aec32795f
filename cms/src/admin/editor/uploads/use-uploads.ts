import { useAuth, useFetchClient } from '@strapi/strapi/admin'
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { replaceAddress } from './insert-files'
import { type Asset, formOf, sendFile, UploadFailed } from './send-file'
import { keepUploads, Uploads } from './uploads'

const UNAUTHORIZED = 401

/** One book of uploads an editor, for as long as it is open. */
export function useUploads(editor: Editor): Uploads {
  const token = useAuth('RichEditor', (auth) => auth.token)
  const { post } = useFetchClient()
  const current = useRef({ token, post })
  current.current = { token, post }
  const [uploads] = useState(() => {
    const send = async (file: File, onProgress: (percent: number) => void): Promise<Asset> => {
      try {
        return await sendFile(file, current.current.token, onProgress)
      } catch (error) {
        if (!(error instanceof UploadFailed) || error.status !== UNAUTHORIZED) throw error
        // Strapi's own client knows how to renew a session that has run out
        return (await current.current.post<Asset[]>('/upload', formOf(file))).data[0]
      }
    }
    const created = new Uploads(send, (address, asset) => replaceAddress(editor, address, asset))
    keepUploads(editor, created)
    return created
  })
  useEffect(() => {
    keepUploads(editor, uploads)
    return () => uploads.end()
  }, [editor, uploads])
  return uploads
}
