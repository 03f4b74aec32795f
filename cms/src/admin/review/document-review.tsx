/** The review of one piece beside its form: where it stands, what was said, and what may be done now. */
import { Box, Button, Flex, Link, Typography } from '@strapi/design-system'
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useEffect, useState } from 'react'
import { Link as RouterLink } from 'react-router-dom'
import type { Mark } from '../../domain/review/acts'
import { instantWords } from '../publication/words'
import { review as texts } from '../texts/review'
import { ActDialog } from './act-dialog'
import type { Review } from './answers'
import { ActWords, LevelList } from './level-list'
import { MarkEditor } from './marks'
import { questionOf } from './questions'
import { ReviewBadge } from './review-badge'
import { type ActPath, useAct } from './use-act'
import { announceReviewChange, useReview } from './use-review'

type Props = { uid: string; documentId: string; revision: string }

const Line = ({ children, color = 'neutral800' }: { children: string; color?: string }) => (
  <Typography tag="p" variant="pi" textColor={color}>
    {children}
  </Typography>
)

function situation({ state, isOvertaken, awaited, levels, isPublic }: Review): string {
  if (isOvertaken) return texts.overtaken
  if (state === 'notNeeded') return texts.notNeeded
  if (state === 'approved') return isPublic ? texts.passedAndPublic : texts.allPassed
  if (awaited) return texts.waiting(texts.levels[awaited])
  return state === 'unsubmitted' ? texts.unsubmitted(levels.length) : ''
}

function Ending({ review, now }: { review: Review; now: Date }) {
  if (!review.ending) return null
  return (
    <Box background={review.state === 'returned' ? 'danger100' : 'neutral100'} hasRadius padding={3}>
      <Typography variant="omega" fontWeight="bold">
        {review.ending.level ? texts.levels[review.ending.level] : ''}
        {texts.acts[review.ending.act]}
      </Typography>
      <ActWords act={review.ending} now={now} />
    </Box>
  )
}

function History({ review, now }: { review: Review; now: Date }) {
  if (review.history.length === 0) return null
  return (
    <details>
      <Typography tag="summary" variant="pi" textColor="neutral600" style={{ cursor: 'pointer' }}>
        {texts.history}
      </Typography>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={2} paddingTop={2}>
        {review.history.map(({ step, act, level, actor, at, note }) => (
          <li key={step}>
            <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
              {instantWords(new Date(at), now)} {actor.name} {level ? texts.levels[level] : ''}
              {texts.acts[act]}
              {note && `：${note}`}
            </Typography>
          </li>
        ))}
      </Flex>
    </details>
  )
}

function Deeds({ review, isHeld, ask }: { review: Review; isHeld: boolean; ask: (path: ActPath) => void }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      {review.maySubmit && (
        <Button fullWidth disabled={isHeld} onClick={() => ask('submit')}>
          {texts.submit}
        </Button>
      )}
      <Flex gap={2}>
        {review.mayReview && (
          <Box flex="1">
            <Button fullWidth variant="success" disabled={isHeld} onClick={() => ask('approve')}>
              {texts.approve}
            </Button>
          </Box>
        )}
        {review.mayReturn && (
          <Box flex="1">
            <Button fullWidth variant="danger-light" disabled={isHeld} onClick={() => ask('return')}>
              {texts.sendBack}
            </Button>
          </Box>
        )}
      </Flex>
      {review.mayWithdraw && (
        <Button fullWidth variant="tertiary" onClick={() => ask('withdraw')}>
          {texts.withdraw}
        </Button>
      )}
      {review.mayPublishUrgently && (
        <Button fullWidth variant="danger-light" disabled={isHeld} onClick={() => ask('urgent')}>
          {texts.urgent}
        </Button>
      )}
    </Flex>
  )
}

/** Whoever opens a piece has read what the notices of it said. */
function useReadNotices(documentId: string) {
  const { post } = useFetchClient()
  useEffect(() => {
    post('/admin/review/notices/read', { documentId }).then(announceReviewChange, () => undefined)
  }, [post, documentId])
}

export function DocumentReview({ uid, documentId, revision }: Props) {
  const { answer: review, isLost } = useReview(uid, documentId, revision)
  const isModified = useForm('DocumentReview', (form) => form.modified)
  const { act, isBusy } = useAct(uid, documentId)
  useReadNotices(documentId)
  const [asked, setAsked] = useState<ActPath | null>(null)
  const [marks, setMarks] = useState<Mark[]>([])
  if (!review) return isLost ? <Line color="warning600">{texts.lost}</Line> : null
  const now = new Date()
  const words = situation(review)

  async function confirm(path: ActPath, note: string) {
    if (!review) return
    const judged = path === 'approve' || path === 'return' ? { level: review.awaited, marks } : {}
    if (await act(path, { fingerprint: review.fingerprint, note, ...judged })) setMarks([])
    setAsked(null)
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex aria-live="polite" direction="column" alignItems="flex-start" gap={2}>
        <ReviewBadge state={review.state} />
        {review.isUrgent && <Line color="danger600">{texts.urgentNow}</Line>}
        {words !== '' && <Line>{words}</Line>}
        {review.hindrance === 'REVIEW_OWN_WORK' && <Line color="neutral600">{texts.ownWork}</Line>}
        {review.hindrance === 'REVIEW_TWICE' && <Line color="neutral600">{texts.twice}</Line>}
      </Flex>
      <Ending review={review} now={now} />
      {review.levels.length > 0 && <LevelList review={review} now={now} />}
      {(review.mayReview || review.mayReturn) && <MarkEditor marks={marks} onChange={setMarks} />}
      {isModified && review.state !== 'notNeeded' && <Line color="warning600">{texts.unsaved}</Line>}
      <Deeds review={review} isHeld={isModified} ask={setAsked} />
      <History review={review} now={now} />
      {review.submission && (
        <Link tag={RouterLink} to={`/review/sheet/${uid}/${documentId}`}>
          {texts.sheet}
        </Link>
      )}
      {isLost && <Line color="warning600">{texts.lost}</Line>}
      {asked && (
        <ActDialog
          question={questionOf(asked, review.awaited, review.leastReason)}
          isBusy={isBusy}
          onClose={() => setAsked(null)}
          onConfirm={(note) => confirm(asked, note)}
        />
      )}
    </Flex>
  )
}
