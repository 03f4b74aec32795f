import { Status, type StatusVariant, Typography } from '@strapi/design-system'
import type { ReactNode } from 'react'
import type { DocumentState, EngineState } from '../../domain/publication/status'

const VARIANTS: Record<DocumentState | EngineState, StatusVariant> = {
  unpublished: 'secondary',
  goingLive: 'alternative',
  live: 'success',
  goingOffline: 'alternative',
  offline: 'secondary',
  paused: 'warning',
  failed: 'danger',
  neverSeen: 'warning',
  away: 'warning',
  stopped: 'danger',
  rebuilding: 'alternative',
  failing: 'danger',
  busy: 'alternative',
  idle: 'success',
}

export function StateBadge({ state, children }: { state: DocumentState | EngineState; children: ReactNode }) {
  return (
    <Status variant={VARIANTS[state]} size="S" display="inline-block">
      <Typography tag="span" variant="omega" fontWeight="bold">
        {children}
      </Typography>
    </Status>
  )
}
