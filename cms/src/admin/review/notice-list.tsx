/** What the desk has told me, read and unread. */
import { Badge, Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { EditLink } from '../publication/edit-link'
import { usePolled } from '../publication/use-polled'
import { instantWords } from '../publication/words'
import { review as texts } from '../texts/review'
import type { Notice, Notices } from './answers'
import { announceReviewChange, useReviewChanges } from './use-review'

const PAUSE_MS = 15_000

function Subject({ notice, onOpen }: { notice: Notice; onOpen?: () => void }) {
  const { uid, documentId, subject } = notice
  if (!uid || !documentId) return <Typography fontWeight="bold">{subject}</Typography>
  return (
    <Box onClick={onOpen}>
      <EditLink document={{ uid, documentId, title: subject }} />
    </Box>
  )
}

export function NoticeLine({ notice, now }: { notice: Notice; now: Date }) {
  return (
    <Box tag="li" style={{ overflowWrap: 'anywhere' }}>
      <Subject notice={notice} />
      <Typography tag="p" variant="pi" textColor="neutral600">
        {instantWords(new Date(notice.at), now)}
      </Typography>
    </Box>
  )
}

export function NoticeList() {
  const { get, post } = useFetchClient()
  const load = useCallback(async () => (await get<{ data: Notices }>('/admin/review/notices')).data.data, [get])
  const { answer, askAgain } = usePolled(load, () => PAUSE_MS, '')
  useReviewChanges(askAgain)
  if (!answer) return null
  const now = new Date(answer.now)
  const read = async (ids?: number[]) => {
    await post('/admin/review/notices/read', ids ? { ids } : {})
    announceReviewChange()
  }
  if (answer.notices.length === 0) return <Typography textColor="neutral600">{texts.noNotices}</Typography>
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {answer.unread > 0 && (
        <Flex justifyContent="space-between">
          <Typography fontWeight="bold">{texts.unread(answer.unread)}</Typography>
          <Button variant="tertiary" onClick={() => read()}>
            {texts.readAll}
          </Button>
        </Flex>
      )}
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
        {answer.notices.map((notice) => (
          <Box
            key={notice.id}
            tag="li"
            background={notice.isRead ? 'neutral0' : 'primary100'}
            borderColor="neutral150"
            hasRadius
            padding={3}
            style={{ overflowWrap: 'anywhere' }}
          >
            <Flex gap={2} justifyContent="space-between" alignItems="baseline">
              <Subject notice={notice} onOpen={() => void read([notice.id])} />
              <Flex gap={2}>
                {!notice.isRead && <Badge>{texts.isUnread}</Badge>}
                <Typography variant="pi" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
                  {instantWords(new Date(notice.at), now)}
                </Typography>
              </Flex>
            </Flex>
            <Typography tag="p" variant="pi" textColor="neutral800" style={{ whiteSpace: 'pre-wrap' }}>
              {notice.text}
            </Typography>
          </Box>
        ))}
      </Flex>
    </Flex>
  )
}
