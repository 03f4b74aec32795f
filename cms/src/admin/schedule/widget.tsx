/** Home: what failed by the clock, and what comes next. */
import { Box, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import { EditLink } from '../publication/edit-link'
import { usePolled } from '../publication/use-polled'
import { instantWords } from '../publication/words'
import { schedule as texts } from '../texts/schedule'
import type { Overview } from './answers'

const PAUSE_MS = 5000
const pauseOf = () => PAUSE_MS

type Item = Overview['planned'][number]

function Row({ item, now, isFailed }: { item: Item; now: Date; isFailed: boolean }) {
  const { action, dueAt, error } = item
  const what = isFailed ? texts.failedAction[action] : texts.actions[action]
  return (
    <Box tag="li" paddingBottom={3} style={{ overflowWrap: 'anywhere' }}>
      <EditLink document={item} />
      <Typography tag="p" variant="pi" textColor={isFailed ? 'danger600' : 'neutral600'}>
        {`${what} · ${instantWords(new Date(dueAt), now)}`}
      </Typography>
      {error && (
        <Typography tag="p" variant="pi" textColor="neutral800">
          {error}
        </Typography>
      )}
    </Box>
  )
}

export function ScheduleWidget() {
  const { get } = useFetchClient()
  const load = useCallback(async () => (await get<{ data: Overview }>('/admin/schedules/overview')).data.data, [get])
  const { answer, isLost } = usePolled(load, pauseOf, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  const { failed, planned } = answer
  const now = new Date(answer.now)
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <ul aria-live="polite">
        {failed.map((item) => (
          <Row key={item.id} item={item} now={now} isFailed />
        ))}
        {planned.map((item) => (
          <Row key={item.id} item={item} now={now} isFailed={false} />
        ))}
      </ul>
      {failed.length + planned.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {texts.nothingPlanned}
        </Typography>
      )}
      <Link tag={RouterLink} to="/calendar">
        {texts.openCalendar}
      </Link>
    </Flex>
  )
}
