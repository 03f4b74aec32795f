/** The way of one document to the readers, followed by itself. */
import { Button, Flex, Typography } from '@strapi/design-system'
import { ArrowClockwise } from '@strapi/icons'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { publication as texts } from '../texts/publication'
import type { DocumentStatus as Answer } from './answers'
import { Elapsed } from './elapsed'
import { Failure, Technical } from './failure'
import { PageLinks } from './page-links'
import { pauseForDocument } from './pauses'
import { StateBadge } from './state-badge'
import { statusLine } from './status-line'
import { usePolled } from './use-polled'
import { useRetry } from './use-retry'
import { ownPageFirst } from './words'

type Props = { uid: string; documentId: string; slug: string | null; revision: string }

function Details({ status, slug }: { status: Answer; slug: string | null }) {
  const { state, change, failures, problem, siteUrl } = status
  if (state === 'failed') {
    return (
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} width="100%">
        {failures.map((failure) => (
          <Failure key={failure.address + failure.code} failure={failure} />
        ))}
        {problem && <Technical reason={problem.reason} />}
      </Flex>
    )
  }
  if (state !== 'live' || !change || change.pageCount === null) return null
  return <PageLinks pages={ownPageFirst(change.pages, slug)} count={change.pageCount} siteUrl={siteUrl} />
}

function Waiting({ status, receivedAt }: { status: Answer; receivedAt: number }) {
  const { state, change, engineIsAway, now } = status
  if (!change || engineIsAway || (state !== 'goingLive' && state !== 'goingOffline')) return null
  const baseMs = Date.parse(now) - Date.parse(change.at)
  return (
    <Typography variant="pi" textColor="neutral600">
      <Elapsed baseMs={baseMs} receivedAt={receivedAt} />
    </Typography>
  )
}

export function DocumentStatus({ uid, documentId, slug, revision }: Props) {
  const { get } = useFetchClient()
  const load = useCallback(async () => {
    const { data } = await get<{ data: Answer }>(`/admin/publication/documents/${uid}/${documentId}`)
    return data.data
  }, [get, uid, documentId])
  const pauseOf = (answer: Answer | null, sinceMs: number) => pauseForDocument(answer?.state ?? null, sinceMs)
  const { answer, isLost, receivedAt, askAgain } = usePolled(load, pauseOf, revision)
  const { retry, isRetrying } = useRetry(askAgain)
  const line = answer ? statusLine(answer) : ''

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex aria-live="polite" direction="column" alignItems="stretch" gap={3}>
        {answer && (
          <Flex gap={2} alignItems="center" justifyContent="space-between" wrap="wrap">
            <StateBadge state={answer.state}>{texts.states[answer.state]}</StateBadge>
            <Waiting status={answer} receivedAt={receivedAt} />
          </Flex>
        )}
        {line && (
          <Typography variant="pi" textColor="neutral800">
            {line}
          </Typography>
        )}
      </Flex>
      {answer && (
        <>
          <Details status={answer} slug={slug} />
          {answer.failures.length > 0 && answer.mayRetry && (
            <Button
              variant="secondary"
              fullWidth
              startIcon={<ArrowClockwise />}
              loading={isRetrying}
              onClick={() => retry(uid, documentId)}
            >
              {texts.retry}
            </Button>
          )}
        </>
      )}
      {isLost && (
        <Typography variant="pi" textColor="warning600">
          {texts.lost}
        </Typography>
      )}
    </Flex>
  )
}
