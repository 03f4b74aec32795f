/** Home: is the engine at work, what waits, what fails, and how big the portal is. */
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { ArrowClockwise } from '@strapi/icons'
import { useFetchClient, Widget } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { publication as texts } from '../texts/publication'
import type { EngineStatus } from './answers'
import { EditLink } from './edit-link'
import { EngineFacts } from './engine-facts'
import { Failure, Technical } from './failure'
import { pauseForEngine } from './pauses'
import { Progress } from './progress'
import { StateBadge } from './state-badge'
import { usePolled } from './use-polled'
import { useRetry } from './use-retry'
import { durationWords, instantWords } from './words'

const Line = ({ children }: { children: string }) => (
  <Typography tag="p" variant="pi" textColor="neutral800">
    {children}
  </Typography>
)

function Rebuild({ rebuild }: { rebuild: NonNullable<NonNullable<EngineStatus['health']>['rebuild']> }) {
  const { done, total, secondsLeft } = rebuild
  const left = secondsLeft === null ? null : durationWords(secondsLeft * 1000)
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Progress done={done} total={total} label={texts.rebuildBar} />
      <Line>{texts.rebuild(done, total, left)}</Line>
    </Flex>
  )
}

function Situation({ engine }: { engine: EngineStatus }) {
  const { state, seenAt, problem, waiting, health, now } = engine
  const queue = texts.queue(waiting.count, health?.queue ?? 0)
  const isGone = state === 'away' || state === 'neverSeen'
  return (
    <>
      {state === 'away' && seenAt && <Line>{texts.lastSeen(instantWords(new Date(seenAt), new Date(now)))}</Line>}
      {isGone && <Line>{texts.startEngine}</Line>}
      {problem && !isGone && <Line>{texts.problems[problem.code]}</Line>}
      {problem && !isGone && <Technical reason={problem.reason} />}
      {health?.rebuild && state === 'rebuilding' && <Rebuild rebuild={health.rebuild} />}
      {queue !== '' && <Line>{texts.queued(queue)}</Line>}
    </>
  )
}

function Failures({ engine, then }: { engine: EngineStatus; then: () => void }) {
  const { retry, isRetrying } = useRetry(then)
  const rest = engine.failureCount - engine.failures.length
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {engine.failures.map((failure) => {
        const { document } = failure
        const action = document?.mayRetry ? (
          <Button
            size="S"
            variant="secondary"
            startIcon={<ArrowClockwise />}
            disabled={isRetrying}
            onClick={() => retry(document.uid, document.documentId)}
          >
            {texts.retry}
          </Button>
        ) : (
          !document && <Line>{texts.retriedByItself}</Line>
        )
        return (
          <Failure
            key={`${document?.documentId} ${failure.address} ${failure.code}`}
            failure={failure}
            title={document ? <EditLink document={document} /> : undefined}
            action={action}
          />
        )
      })}
      {rest > 0 && (
        <li>
          <Line>{texts.moreFailures(rest)}</Line>
        </li>
      )}
    </Flex>
  )
}

export function EngineWidget() {
  const { get } = useFetchClient()
  const load = useCallback(
    async () => (await get<{ data: EngineStatus }>('/admin/publication/engine')).data.data,
    [get],
  )
  const pauseOf = (answer: EngineStatus | null) => pauseForEngine(answer?.state ?? null)
  const { answer, isLost, askAgain } = usePolled(load, pauseOf, '')
  if (!answer) return isLost ? <Widget.Error /> : <Widget.Loading />
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Box aria-live="polite">
        <StateBadge state={answer.state}>{texts.engine[answer.state]}</StateBadge>
      </Box>
      <Situation engine={answer} />
      {answer.failures.length > 0 && <Failures engine={answer} then={askAgain} />}
      {answer.health && <EngineFacts health={answer.health} now={new Date(answer.now)} />}
      {isLost && <Line>{texts.lost}</Line>}
    </Flex>
  )
}
