/** Beside the frame: the same preview in a window of its own, as wide as that is, to print or to show somebody. */
import { Button } from '@strapi/design-system'
import { ExternalLink } from '@strapi/icons'
import { useFetchClient, useNotification, useQueryParams } from '@strapi/strapi/admin'
import { useParams } from 'react-router-dom'

type Answer = { data?: { url?: string } }

export function OpenInWindow() {
  const { slug: uid, id: documentId } = useParams()
  const [{ query }] = useQueryParams<{ status?: string }>()
  const { get } = useFetchClient()
  const { toggleNotification } = useNotification()

  const open = async () => {
    // opened at once: after an answer has been waited for, browsers take a window for an advertisement
    const opened = window.open('', '_blank')
    try {
      const params = { documentId, status: query.status }
      const { data } = await get<Answer>(`/content-manager/preview/url/${uid}`, { params })
      if (!data.data?.url) throw new Error('no preview')
      if (!opened) throw new Error('the browser blocked the window')
      opened.opener = null
      opened.location.href = data.data.url
    } catch {
      opened?.close()
      toggleNotification({ type: 'danger', message: '没能打开预览窗口，请检查网络，并允许本站打开新窗口。' })
    }
  }

  return (
    <Button variant="tertiary" startIcon={<ExternalLink />} onClick={open}>
      在新窗口打开
    </Button>
  )
}
