/** What is planned for one action, or what became of it. */
import { Box, Flex, Status, type StatusVariant, Typography } from '@strapi/design-system'
import type { ScheduleAction } from '../../domain/schedule/schedule'
import { instantWords } from '../publication/words'
import { schedule as texts } from '../texts/schedule'
import type { PlannedAction } from './answers'
import { Countdown } from './countdown'

const VARIANTS: Record<PlannedAction['state'], StatusVariant> = {
  planned: 'alternative',
  running: 'alternative',
  done: 'success',
  failed: 'danger',
  withdrawn: 'warning',
}

const Line = ({ children, color = 'neutral800' }: { children: string; color?: string }) => (
  <Typography tag="p" variant="pi" textColor={color}>
    {children}
  </Typography>
)

function badgeWords(action: ScheduleAction, { state, error }: PlannedAction): string {
  if (state === 'failed') return texts.failedAction[action]
  const words = state === 'planned' && error ? texts.states.retrying : texts.states[state]
  return `${texts.actions[action]}：${words}`
}

function Explanation({ planned, now }: { planned: PlannedAction; now: Date }) {
  const { state, dueAt, doneAt, plannedBy, error, attempts, nextTryAt, withdrawn } = planned
  const words = (instant: string) => instantWords(new Date(instant), now)
  if (state === 'done') return <Line>{texts.doneAt(words(doneAt ?? dueAt))}</Line>
  return (
    <>
      <Line>{texts.plannedFor(words(dueAt), plannedBy)}</Line>
      {error && <Line color="danger600">{error}</Line>}
      {state === 'planned' && error && <Line>{texts.retryAt(words(nextTryAt), attempts)}</Line>}
      {state === 'failed' && <Line>{texts.howToMend}</Line>}
      {withdrawn && <Line>{withdrawn}</Line>}
    </>
  )
}

type Props = { action: ScheduleAction; planned: PlannedAction; now: Date; receivedAt: number }

export function ActionState({ action, planned, now, receivedAt }: Props) {
  const { state, error, dueAt } = planned
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Flex gap={2} justifyContent="space-between" wrap="wrap">
        <Status variant={VARIANTS[state]} size="S" display="inline-block">
          <Typography tag="span" variant="omega" fontWeight="bold">
            {badgeWords(action, planned)}
          </Typography>
        </Status>
        {state === 'planned' && !error && (
          <Typography variant="pi" textColor="neutral600">
            <Countdown leftMs={Date.parse(dueAt) - now.getTime()} receivedAt={receivedAt} />
          </Typography>
        )}
      </Flex>
      <Box>
        <Explanation planned={planned} now={now} />
      </Box>
    </Flex>
  )
}
