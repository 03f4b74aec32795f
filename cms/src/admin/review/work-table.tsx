/** One of the work lists, a page at a time. */
import { Box, Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback, useState } from 'react'
import { EditLink } from '../publication/edit-link'
import { usePolled } from '../publication/use-polled'
import { instantWords } from '../publication/words'
import { review as texts } from '../texts/review'
import type { ListName, WorkPage, WorkRow } from './answers'
import { ReviewBadge } from './review-badge'

const PAUSE_MS = 15_000
const PAGE_SIZE = 20

function Row({ row, now }: { row: WorkRow; now: Date }) {
  return (
    <Tr>
      <Td style={{ whiteSpace: 'normal' }}>
        <EditLink document={row} />
        {row.isUrgent && (
          <Typography tag="p" variant="pi" textColor="danger600">
            {texts.urgentShort}
          </Typography>
        )}
      </Td>
      <Td>
        <Typography textColor="neutral800">{row.column ?? texts.none}</Typography>
      </Td>
      <Td>
        <ReviewBadge state={row.state} />
      </Td>
      <Td>
        <Typography textColor="neutral800">{row.submitter ?? texts.none}</Typography>
      </Td>
      <Td>
        <Typography textColor="neutral600">{instantWords(new Date(row.at), now)}</Typography>
      </Td>
    </Tr>
  )
}

export function WorkTable({ list }: { list: ListName }) {
  const { get } = useFetchClient()
  const [page, setPage] = useState(1)
  const load = useCallback(async () => {
    const params = { page, pageSize: PAGE_SIZE }
    return (await get<{ data: WorkPage }>(`/admin/review/lists/${list}`, { params })).data.data
  }, [get, list, page])
  const { answer } = usePolled(load, () => PAUSE_MS, '')
  if (!answer) return null
  if (answer.total === 0) return <Typography textColor="neutral600">{texts.empty[list]}</Typography>
  const pages = Math.max(1, Math.ceil(answer.total / PAGE_SIZE))
  const { title, column, state, submitter, at } = texts.columns
  const now = new Date()
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box style={{ overflowX: 'auto' }}>
        <Table colCount={5} rowCount={answer.rows.length}>
          <Thead>
            <Tr>
              {[title, column, state, submitter, at].map((name) => (
                <Th key={name}>
                  <Typography variant="sigma">{name}</Typography>
                </Th>
              ))}
            </Tr>
          </Thead>
          <Tbody>
            {answer.rows.map((row) => (
              <Row key={`${row.uid} ${row.documentId}`} row={row} now={now} />
            ))}
          </Tbody>
        </Table>
      </Box>
      <Flex gap={3} justifyContent="flex-end">
        <Typography variant="pi" textColor="neutral600">
          {texts.pageOf(page, pages, answer.total)}
        </Typography>
        <Button variant="tertiary" size="S" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          {texts.previous}
        </Button>
        <Button variant="tertiary" size="S" disabled={page >= pages} onClick={() => setPage(page + 1)}>
          {texts.next}
        </Button>
      </Flex>
    </Flex>
  )
}
