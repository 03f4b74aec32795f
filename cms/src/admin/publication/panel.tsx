/** The panel beside every form: for what has drafts and for what has none, where saving is publishing. */
import { Typography } from '@strapi/design-system'
import { kindOf } from '../../domain/content/kinds'
import { publication as texts } from '../texts/publication'
import { DocumentStatus } from './document-status'
import { StateBadge } from './state-badge'

type Entry = {
  documentId?: string
  slug?: string | null
  updatedAt?: string | null
  publishedAt?: string | null
  status?: string
}
type Version = { publishedAt?: string | null; updatedAt?: string | null }
/** The part of what the Content Manager hands to a panel that we use; its types are not exported. */
type PanelProps = { model: string; document?: Entry; meta?: { availableStatus?: Version[] } | null }

/** Differs after each save, publish and unpublish. */
function revisionOf({ document, meta }: PanelProps): string {
  const other = meta?.availableStatus?.map(({ publishedAt, updatedAt }) => [publishedAt, updatedAt])
  return JSON.stringify([document?.updatedAt, document?.publishedAt, document?.status, other])
}

export function PublicationPanel(props: PanelProps) {
  const { model, document } = props
  if (!kindOf(model)) return null
  const content = document?.documentId ? (
    <DocumentStatus
      key={document.documentId}
      uid={model}
      documentId={document.documentId}
      slug={document.slug ?? null}
      revision={revisionOf(props)}
    />
  ) : (
    <>
      <StateBadge state="unpublished">{texts.states.unpublished}</StateBadge>
      <Typography variant="pi" textColor="neutral800">
        {texts.neverPublished}
      </Typography>
    </>
  )
  return { title: texts.panel, content }
}
