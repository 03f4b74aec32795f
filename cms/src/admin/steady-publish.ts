/**
 * After every load, and whenever the window comes to the front, Strapi counts an entry's unpublished relations. Meanwhile its
 * publish button is disabled, and it is another element afterwards: the click that brings the window to the front is lost, and
 * nothing says so. Here the button stays as it is, and a click waits for the count.
 */
import { useForm } from '@strapi/strapi/admin'
import { useRef } from 'react'

type Version = { documentId?: string; publishedAt?: string | null; status?: string }
type Props = { activeTab?: string; document?: Version; meta?: { availableStatus: Version[] } }
type Offer = { disabled?: boolean; onClick?: (event: unknown) => Promise<boolean | undefined> } | null
type Action = { (props: Props): Offer; type?: string; position?: unknown }

const LOOK_AGAIN_MS = 50
const PATIENCE_MS = 15_000

function isPublished({ document, meta }: Props): boolean {
  const versions = [document, ...(meta?.availableStatus ?? [])]
  return document?.status !== 'modified' && versions.some((version) => Boolean(version?.publishedAt))
}

const isCopying = () => window.location.pathname.includes('/clone/')

/** Why Strapi itself would not publish now, counting and permissions apart. */
function hasNothingToPublish(props: Props, isModified: boolean): boolean {
  if (props.activeTab === 'published' || isCopying()) return true
  return !isModified && (isPublished(props) || !props.document?.documentId)
}

async function untilEnabled(latest: { current: Offer }) {
  const deadline = Date.now() + PATIENCE_MS
  while (latest.current?.disabled && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
  }
}

/** An action is called as a hook is: once for every render. */
function steady(action: Action): Action {
  const steadied: Action = (props) => {
    const offered = action(props)
    const isSubmitting = useForm('SteadyPublish', (form) => form.isSubmitting)
    const isModified = useForm('SteadyPublish', (form) => form.modified)
    const latest = useRef<Offer>(null)
    const isWaiting = useRef(false)
    // permissions do not change while an entry is shown, and the first offer comes before the first count
    const isAllowed = useRef(false)
    latest.current = offered
    isAllowed.current ||= offered !== null && !offered.disabled
    if (!offered?.onClick) return offered

    const onClick = async (event: unknown) => {
      if (isWaiting.current) return true
      isWaiting.current = true
      await untilEnabled(latest)
      isWaiting.current = false
      return latest.current?.disabled ? true : latest.current?.onClick?.(event)
    }
    return {
      ...offered,
      disabled: isSubmitting || !isAllowed.current || hasNothingToPublish(props, isModified),
      onClick,
    }
  }
  return Object.assign(steadied, { type: action.type, position: action.position })
}

export const steadyPublish = (actions: Action[]): Action[] =>
  actions.map((action) => (action.type === 'publish' ? steady(action) : action))
