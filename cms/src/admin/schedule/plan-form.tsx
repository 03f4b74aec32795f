/** Sets, changes and cancels what is planned for a document. */
import { Box, Button, Flex, Typography } from '@strapi/design-system'
import { useFetchClient, useNotification } from '@strapi/strapi/admin'
import { useState } from 'react'
import { parseBeijing } from '../../domain/schedule/beijing-moment'
import type { PlanField } from '../../domain/schedule/check-plan'
import { schedule as texts } from '../texts/schedule'
import type { DocumentPlan, PlannedAction, Problem } from './answers'
import { MomentField, typedOf } from './moment-field'
import { problemsIn, sentencesOf } from './problems'

const isOpen = (planned: PlannedAction | null) => planned?.state === 'planned' || planned?.state === 'running'
const typedPlan = (planned: PlannedAction | null) =>
  planned && isOpen(planned) ? typedOf(new Date(planned.dueAt)) : ''

/** Differs whenever something else is planned: the form is then begun anew. */
export const formKeyOf = ({ publish, unpublish }: DocumentPlan) => `${typedPlan(publish)} ${typedPlan(unpublish)}`

type Props = { path: string; plan: DocumentPlan; then: () => void }
type Typed = Record<PlanField, string>

function unreadable(typed: Typed): Problem[] {
  const fields = (['publishAt', 'unpublishAt'] as const).filter((field) => typed[field] && !parseBeijing(typed[field]))
  return fields.map((field) => ({ code: 'NOT_MOMENT', field, message: texts.notMoment }))
}

export function PlanForm({ path, plan, then }: Props) {
  const { put } = useFetchClient()
  const { toggleNotification } = useNotification()
  const initial: Typed = { publishAt: typedPlan(plan.publish), unpublishAt: typedPlan(plan.unpublish) }
  const [typed, setTyped] = useState(initial)
  const [problems, setProblems] = useState<Problem[]>([])
  const [isSaving, setSaving] = useState(false)
  const change = (field: PlanField) => (value: string) => {
    setTyped((last) => ({ ...last, [field]: value }))
    setProblems([])
  }
  const isChanged = typed.publishAt !== initial.publishAt || typed.unpublishAt !== initial.unpublishAt
  const errorAt = (field: PlanField) => sentencesOf(problems.filter((problem) => problem.field === field)) || undefined

  async function save(wanted: Typed, message: string) {
    const unclear = unreadable(wanted)
    if (unclear.length > 0) return setProblems(unclear)
    setSaving(true)
    try {
      await put(path, { publishAt: parseBeijing(wanted.publishAt), unpublishAt: parseBeijing(wanted.unpublishAt) })
      setTyped(wanted)
      toggleNotification({ type: 'success', message })
      then()
    } catch (error) {
      setProblems(problemsIn(error, texts.saveFailed))
    } finally {
      setSaving(false)
    }
  }

  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <MomentField
        label={texts.publishAt}
        value={typed.publishAt}
        error={errorAt('publishAt')}
        withChoices
        onChange={change('publishAt')}
      />
      <MomentField
        label={texts.unpublishAt}
        value={typed.unpublishAt}
        error={errorAt('unpublishAt')}
        onChange={change('unpublishAt')}
      />
      <Typography variant="pi" textColor="neutral600">
        {texts.beijing}
      </Typography>
      <Box aria-live="assertive">
        {problems
          .filter(({ field }) => field === null)
          .map(({ code, message }) => (
            <Typography key={code} tag="p" variant="pi" textColor="danger600">
              {message}
            </Typography>
          ))}
      </Box>
      <Button
        variant="secondary"
        fullWidth
        loading={isSaving}
        disabled={!isChanged}
        onClick={() => save(typed, texts.saved)}
      >
        {texts.save}
      </Button>
      {(isOpen(plan.publish) || isOpen(plan.unpublish)) && (
        <Button
          variant="tertiary"
          fullWidth
          disabled={isSaving}
          onClick={() => save({ publishAt: '', unpublishAt: '' }, texts.cancelled)}
        >
          {texts.cancel}
        </Button>
      )}
    </Flex>
  )
}
