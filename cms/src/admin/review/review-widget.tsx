/** Home: how much waits for me, and what I was told last. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { usePolled } from '../publication/use-polled'
import { review as texts } from '../texts/review'
import type { Counts, ListName, Notices } from './answers'
import { NoticeLine } from './notice-list'

const PAUSE_MS = 15_000
const SHOWN = 4
const lists = Object.keys(texts.lists) as ListName[]

function Count({ list, count }: { list: ListName; count: number }) {
  const isUrging = count > 0 && (list === 'awaiting' || list === 'returned')
  return (
    <Box tag="li" flex="1" background={isUrging ? 'primary100' : 'neutral100'} hasRadius padding={3}>
      <Typography tag="p" variant="alpha" textColor={isUrging ? 'primary600' : 'neutral800'}>
        {count}
      </Typography>
      <Link tag={RouterLink} to={`/review?list=${list}`}>
        {texts.lists[list]}
      </Link>
    </Box>
  )
}

export function ReviewWidget() {
  const { get } = useFetchClient()
  const load = useCallback(async () => {
    const [counts, board] = await Promise.all([
      get<{ data: Counts }>('/admin/review/counts'),
      get<{ data: Notices }>('/admin/review/notices'),
    ])
    return { counts: counts.data.data, board: board.data.data }
  }, [get])
  const { answer, isLost } = usePolled(load, () => PAUSE_MS, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  const { counts, board } = answer
  const unread = board.notices.filter(({ isRead }) => !isRead)
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex tag="ul" gap={2} wrap="wrap" alignItems="stretch">
        {lists.map((list) => (
          <Count key={list} list={list} count={counts[list]} />
        ))}
      </Flex>
      {board.failedMails > 0 && (
        <Typography variant="pi" textColor="danger600">
          {texts.failedMails(board.failedMails)}
        </Typography>
      )}
      {unread.length > 0 && (
        <Box>
          <Flex justifyContent="space-between" paddingBottom={2}>
            <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
              {texts.unread(board.unread)}
            </Typography>
            <Link tag={RouterLink} to="/review?list=notices">
              {texts.notices}
            </Link>
          </Flex>
          <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
            {unread.slice(0, SHOWN).map((notice) => (
              <NoticeLine key={notice.id} notice={notice} now={new Date(board.now)} />
            ))}
          </Flex>
        </Box>
      )}
    </Flex>
  )
}
