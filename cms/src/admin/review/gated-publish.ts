/** The publish button says why it cannot be pressed; the server refuses in any case (`documents/review-gate`). */
import { useFetchClient, useForm } from '@strapi/strapi/admin'
import { useCallback } from 'react'
import { PLACEMENT } from '../../domain/content/placement'
import { usePolled } from '../publication/use-polled'
import { review as texts } from '../texts/review'
import type { Review } from './answers'
import { isReviewed } from './panel'
import { reviewAddress, useReviewChanges } from './use-review'

type Version = { documentId?: string; updatedAt?: string | null; publishedAt?: string | null; status?: string }
type Props = { model: string; document?: Version }
type Offer = { disabled?: boolean; label?: string } | null
type Action = { (props: Props): Offer; type?: string; position?: unknown }
type Values = Record<string, unknown>

const PAUSE_MS = 30_000

/** What was typed changes what the piece says, not only where and when it is shown. */
function changesContent(initial: Values, values: Values): boolean {
  const changed = Object.keys(values).filter((key) => JSON.stringify(values[key]) !== JSON.stringify(initial[key]))
  return changed.some((key) => !PLACEMENT.includes(key))
}

function hindrance(review: Review | null, isChanged: boolean): string | null {
  if (!review || review.state === 'notNeeded') return null
  if (isChanged) return texts.publishUnsaved
  if (review.missing.length === 0) return null
  if (review.missing.length === review.levels.length) return texts.publishUnreviewed
  return texts.publishMissing(review.missing.map((level) => texts.levels[level]).join('、'))
}

/** An action is called as a hook is: once for every render. */
function gated(action: Action): Action {
  const guarded: Action = (props) => {
    const offered = action(props)
    const { model, document } = props
    const documentId = document?.documentId ?? null
    const { get } = useFetchClient()
    const load = useCallback(async () => {
      if (documentId === null || !isReviewed(model)) return null
      return (await get<{ data: Review }>(reviewAddress(model, documentId))).data.data
    }, [get, model, documentId])
    const revision = JSON.stringify([document?.updatedAt, document?.publishedAt, document?.status])
    const { answer, askAgain } = usePolled(load, () => PAUSE_MS, revision)
    useReviewChanges(askAgain)
    const initial = useForm<Values>('GatedPublish', (form) => form.initialValues as Values)
    const values = useForm<Values>('GatedPublish', (form) => form.values as Values)
    const why = hindrance(answer, documentId !== null && changesContent(initial ?? {}, values ?? {}))
    if (!offered || why === null) return offered
    // nothing to publish: the reason is another one
    if (offered.disabled && document?.status === 'published') return offered
    return { ...offered, disabled: true, label: why }
  }
  return Object.assign(guarded, { type: action.type, position: action.position })
}

export const gatePublish = (actions: Action[]): Action[] =>
  actions.map((action) => (action.type === 'publish' ? gated(action) : action))
