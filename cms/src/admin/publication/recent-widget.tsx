/** Home: what was published last, by whom, and how long it took to the readers. */
import { Box, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { publication as texts } from '../texts/publication'
import type { RecentChange, RecentChanges } from './answers'
import { EditLink } from './edit-link'
import { usePolled } from './use-polled'
import { durationWords, instantWords } from './words'

const WAITING_PAUSE_MS = 1000
const PAUSE_MS = 5000

const pauseOf = (answer: RecentChanges | null) =>
  answer?.changes.some(({ isFailing, ms }) => ms === null && !isFailing) ? WAITING_PAUSE_MS : PAUSE_MS

const Title = ({ change }: { change: RecentChange }) =>
  change.event === 'deleted' ? (
    <Typography variant="omega" textColor="neutral600" style={{ textDecoration: 'line-through' }}>
      {change.title ?? texts.untitled}
    </Typography>
  ) : (
    <EditLink document={change} />
  )

function Outcome({ change: { isFailing, ms } }: { change: RecentChange }) {
  const [words, color] =
    ms !== null
      ? [durationWords(ms), 'neutral800']
      : isFailing
        ? [texts.isFailing, 'danger600']
        : [texts.onItsWay, 'alternative600']
  return (
    <Typography variant="pi" textColor={color} style={{ whiteSpace: 'nowrap' }}>
      {words}
    </Typography>
  )
}

function Row({ change, now }: { change: RecentChange; now: Date }) {
  const { actor, at, event } = change
  return (
    <Flex tag="li" gap={3} justifyContent="space-between" alignItems="baseline" width="100%" paddingBottom={3}>
      <Box minWidth={0} style={{ overflowWrap: 'anywhere' }}>
        <Title change={change} />
        <Typography tag="p" variant="pi" textColor="neutral600">
          {[texts.events[event], actor ?? texts.unknownActor, instantWords(new Date(at), now)].join(' · ')}
        </Typography>
      </Box>
      <Outcome change={change} />
    </Flex>
  )
}

function Slowest({ changes }: { changes: RecentChange[] }) {
  return (
    <Box paddingTop={3} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0">
      <Typography tag="h3" variant="pi" fontWeight="bold" textColor="neutral600">
        {texts.slowest}
      </Typography>
      <Box tag="ul" paddingTop={2}>
        {changes.map((change) => (
          <Flex key={change.sequence} tag="li" gap={3} justifyContent="space-between" alignItems="baseline">
            <Box minWidth={0} style={{ overflowWrap: 'anywhere' }}>
              <Title change={change} />
            </Box>
            <Typography variant="pi" textColor="neutral800" style={{ whiteSpace: 'nowrap' }}>
              {durationWords(change.ms ?? 0)}
            </Typography>
          </Flex>
        ))}
      </Box>
    </Box>
  )
}

export function RecentWidget() {
  const { get } = useFetchClient()
  const load = useCallback(
    async () => (await get<{ data: RecentChanges }>('/admin/publication/recent')).data.data,
    [get],
  )
  const { answer, isLost } = usePolled(load, pauseOf, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  if (answer.changes.length === 0) return <Widget.NoData>{texts.nothingYet}</Widget.NoData>
  const now = new Date(answer.now)
  return (
    <Box width="100%">
      <ul>
        {answer.changes.map((change) => (
          <Row key={change.sequence} change={change} now={now} />
        ))}
      </ul>
      {answer.slowest.length > 0 && <Slowest changes={answer.slowest} />}
    </Box>
  )
}
