import { useAPIErrorHandler, useFetchClient } from '@strapi/strapi/admin'
import { useState } from 'react'
import { useNavigate } from 'react-router-dom'
import { editor as texts } from '../texts/editor'

type Converted = { title: string; body: string; lostPictures: number }

export function useImport(uid: string, onDone: (message: string, type: 'success' | 'warning') => void) {
  const { post } = useFetchClient()
  const { formatAPIError } = useAPIErrorHandler()
  const navigate = useNavigate()
  const [isWorking, setWorking] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  async function start(file: File, hasHeadings: boolean) {
    setWorking(true)
    setProblem(null)
    const form = new FormData()
    form.append('file', file)
    form.append('headings', hasHeadings ? '1' : '0')
    try {
      const converted = (await post<{ data: Converted }>('/admin/docx', form)).data.data
      const list = `/content-manager/collection-types/${uid}`
      const entry = { title: converted.title || texts.docx.untitled, body: converted.body }
      const saved = await post<{ data: { documentId: string } }>(list, entry)
      navigate(`${list}/${saved.data.data.documentId}`)
      const { lostPictures: lost } = converted
      onDone(lost > 0 ? texts.docx.lost(lost) : texts.docx.done, lost > 0 ? 'warning' : 'success')
    } catch (error) {
      setProblem(formatAPIError(error as Parameters<typeof formatAPIError>[0]) || texts.docx.failed)
      setWorking(false)
    }
  }

  return { start, isWorking, problem }
}
