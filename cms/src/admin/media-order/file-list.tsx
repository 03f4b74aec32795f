import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system'
import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { mediaOrder as texts } from '../texts/media-order'
import type { FileList as Answer, Show } from './answers'
import { FileRow } from './file-row'

type Props = { show: Show; text: string }

export function FileList({ show, text }: Props) {
  const { get } = useFetchClient()
  const [page, setPage] = useState(1)
  const [answer, setAnswer] = useState<Answer | 'lost' | null>(null)
  useEffect(() => {
    setAnswer(null)
    get<Answer>(`/admin/media/files?${new URLSearchParams({ show, text, page: String(page) })}`)
      .then(({ data }) => setAnswer(data))
      .catch(() => setAnswer('lost'))
  }, [get, show, text, page])
  if (answer === null) return <Page.Loading />
  if (answer === 'lost') return <Page.Error content={texts.failed} />
  const { data: files, meta } = answer
  if (files.length === 0) return <EmptyStateLayout content={texts.nothing[show]} />
  const pages = show === 'no-alt' ? Math.ceil(meta.total / meta.pageSize) : 1
  return (
    <>
      <Typography tag="p" textColor="neutral600">
        {texts.total[show](meta.total)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3} paddingTop={4}>
        {files.map((file) => (
          <FileRow key={file.id} file={file} showsPlaces={show !== 'no-alt'} />
        ))}
      </Flex>
      {pages > 1 && (
        <Flex gap={2} justifyContent="flex-end" paddingTop={4}>
          <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {texts.previous}
          </Button>
          <Button variant="tertiary" disabled={page === pages} onClick={() => setPage(page + 1)}>
            {texts.next}
          </Button>
        </Flex>
      )}
    </>
  )
}
