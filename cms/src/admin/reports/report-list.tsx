import { Button, EmptyStateLayout, Flex, Typography } from '@strapi/design-system'
import { Page, useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useEffect, useState } from 'react'
import { reports as texts } from '../texts/reports'
import type { ReportList as Answer, ReportState } from './answers'
import { ReportRow } from './report-row'

export function ReportList({ state }: { state: ReportState }) {
  const { get } = useFetchClient()
  const [page, setPage] = useState(1)
  const [answer, setAnswer] = useState<Answer | 'lost' | null>(null)
  const load = useCallback(() => {
    get<Answer>(`/admin/reports/entries?${new URLSearchParams({ state, page: String(page) })}`)
      .then(({ data }) => setAnswer(data))
      .catch(() => setAnswer('lost'))
  }, [get, state, page])
  useEffect(load, [load])
  if (answer === null) return <Page.Loading />
  if (answer === 'lost') return <Page.Error content={texts.failed} />
  const { data, meta } = answer
  const pages = Math.ceil(meta.total / meta.pageSize)
  if (data.length === 0 && page === 1) return <EmptyStateLayout content={texts.nothing[state]} />
  return (
    <>
      <Typography tag="p" textColor="neutral600">
        {texts.total(meta.total)}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={4} paddingTop={4}>
        {data.map((report) => (
          <ReportRow key={report.id} report={report} siteUrl={meta.siteUrl} onChanged={load} />
        ))}
      </Flex>
      {(pages > 1 || page > 1) && (
        <Flex gap={2} justifyContent="flex-end" paddingTop={4}>
          <Button variant="tertiary" disabled={page === 1} onClick={() => setPage(page - 1)}>
            {texts.previous}
          </Button>
          <Button variant="tertiary" disabled={page >= pages} onClick={() => setPage(page + 1)}>
            {texts.next}
          </Button>
        </Flex>
      )}
    </>
  )
}
