/** What is planned for a saved document, followed by itself. */
import { Box, Flex, Typography } from '@strapi/design-system'
import { useFetchClient } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { scheduleActions } from '../../domain/schedule/schedule'
import { usePolled } from '../publication/use-polled'
import { instantWords } from '../publication/words'
import { schedule as texts } from '../texts/schedule'
import { ActionState } from './action-state'
import type { DocumentPlan as Plan } from './answers'
import { pauseForPlan } from './pauses'
import { formKeyOf, PlanForm } from './plan-form'

const Note = ({ children, color = 'neutral600' }: { children: string; color?: string }) => (
  <Typography tag="p" variant="pi" textColor={color}>
    {children}
  </Typography>
)

type Props = { uid: string; documentId: string; revision: string; isModified: boolean }

export function DocumentPlan({ uid, documentId, revision, isModified }: Props) {
  const { get } = useFetchClient()
  const path = `/admin/schedules/documents/${uid}/${documentId}`
  const load = useCallback(async () => (await get<{ data: Plan }>(path)).data.data, [get, path])
  const { answer, isLost, receivedAt, askAgain } = usePolled(load, pauseForPlan, revision)
  if (!answer) return isLost ? <Note color="warning600">{texts.lost}</Note> : null
  const now = new Date(answer.now)
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex aria-live="polite" direction="column" alignItems="stretch" gap={3}>
        {scheduleActions.map((action) => {
          const planned = answer[action]
          return planned && <ActionState key={action} {...{ action, planned, now, receivedAt }} />
        })}
      </Flex>
      <Box>
        {answer.pinnedUntil && <Note>{texts.pinnedUntil(instantWords(new Date(answer.pinnedUntil), now))}</Note>}
        {isModified && <Note color="warning600">{texts.unsaved}</Note>}
        {!isModified && answer.isChanged && <Note>{texts.changed}</Note>}
        {isLost && <Note color="warning600">{texts.lost}</Note>}
      </Box>
      {answer.mayPlan ? (
        <PlanForm key={formKeyOf(answer)} path={path} plan={answer} then={askAgain} />
      ) : (
        <Note>{texts.mayNot}</Note>
      )}
    </Flex>
  )
}
