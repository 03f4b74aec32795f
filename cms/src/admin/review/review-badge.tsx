import { Status, type StatusVariant, Typography } from '@strapi/design-system'
import type { ReviewState } from '../../domain/review/state'
import { review as texts } from '../texts/review'

const VARIANTS: Record<ReviewState | 'published', StatusVariant> = {
  notNeeded: 'secondary',
  unsubmitted: 'secondary',
  awaiting1: 'alternative',
  awaiting2: 'alternative',
  awaiting3: 'alternative',
  approved: 'success',
  returned: 'danger',
  published: 'success',
}

export function ReviewBadge({ state }: { state: ReviewState | 'published' }) {
  return (
    <Status variant={VARIANTS[state]} size="S" display="inline-block">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {texts.states[state]}
      </Typography>
    </Status>
  )
}
