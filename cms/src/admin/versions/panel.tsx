/** The panel beside every form: its versions, and what watches over the text that is typed in it. */
import { Flex, Typography } from '@strapi/design-system'
import { kindOf } from '../../domain/content/kinds'
import { ConflictDialog } from '../conflicts/conflict-dialog'
import { versions as texts } from '../texts/versions'
import { UnsavedKeeper } from '../unsaved/keeper'
import { History } from './history'

type Entry = { documentId?: string; updatedAt?: string | null; publishedAt?: string | null; status?: string }
/** The part of what the Content Manager hands to a panel that we use; its types are not exported. */
type PanelProps = {
  model: string
  activeTab?: string
  collectionType?: string
  document?: Entry
  meta?: { availableStatus?: Entry[] } | null
}

/** Differs after each save, publish and unpublish. */
function revisionOf({ document, meta }: PanelProps): string {
  const other = meta?.availableStatus?.map(({ publishedAt, updatedAt }) => [publishedAt, updatedAt])
  return JSON.stringify([document?.updatedAt, document?.publishedAt, document?.status, other])
}

export function VersionPanel(props: PanelProps) {
  const { model, document, activeTab, collectionType } = props
  if (!kindOf(model)) return null
  const documentId = document?.documentId ?? null
  const isDraft = activeTab !== 'published'
  const entry = { model, documentId, isSingle: collectionType === 'single-types' }
  const content = (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {isDraft && <UnsavedKeeper key={`${model}:${documentId}`} {...entry} savedAt={document?.updatedAt ?? null} />}
      {isDraft && documentId && <ConflictDialog {...entry} documentId={documentId} />}
      {documentId ? (
        <History uid={model} documentId={documentId} revision={revisionOf(props)} />
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {texts.notYet}
        </Typography>
      )}
    </Flex>
  )
  return { title: texts.panel, content }
}

type Panel = { (props: never): unknown; type?: string }

export const addVersionPanel = (panels: Panel[]): Panel[] => [...panels, VersionPanel]
