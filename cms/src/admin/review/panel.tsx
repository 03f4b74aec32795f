/** The panel “审核” beside the form of everything that is reviewed. */
import { Typography } from '@strapi/design-system'
import { kindOf } from '../../domain/content/kinds'
import { REVIEWED_KINDS } from '../../domain/review/levels'
import { review as texts } from '../texts/review'
import { DocumentReview } from './document-review'

/** The part of what the Content Manager hands to a panel that we use; its types are not exported. */
type PanelProps = {
  model: string
  document?: { documentId?: string; updatedAt?: string | null; publishedAt?: string | null; status?: string }
}

export const isReviewed = (uid: string) => {
  const kind = kindOf(uid)
  return kind !== null && REVIEWED_KINDS.has(kind)
}

export function ReviewPanel({ model, document }: PanelProps) {
  if (!isReviewed(model)) return null
  const revision = JSON.stringify([document?.updatedAt, document?.publishedAt, document?.status])
  const content = document?.documentId ? (
    <DocumentReview key={document.documentId} uid={model} documentId={document.documentId} revision={revision} />
  ) : (
    <Typography variant="pi" textColor="neutral800">
      {texts.saveFirst}
    </Typography>
  )
  return { title: texts.panel, content }
}
