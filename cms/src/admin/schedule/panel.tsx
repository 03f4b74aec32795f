/** The panel beside the form of everything that has drafts. */
import { Typography } from '@strapi/design-system'
import { useForm } from '@strapi/strapi/admin'
import { draftlessKinds, kindOf } from '../../domain/content/kinds'
import { schedule as texts } from '../texts/schedule'
import { DocumentPlan } from './document-plan'

/** The part of what the Content Manager hands to a panel that we use; its types are not exported. */
type PanelProps = {
  model: string
  document?: { documentId?: string; updatedAt?: string | null; publishedAt?: string | null; status?: string }
}

export function SchedulePanel({ model, document }: PanelProps) {
  const isModified = useForm('SchedulePanel', ({ modified }) => modified)
  const kind = kindOf(model)
  if (!kind || (draftlessKinds as readonly string[]).includes(kind)) return null
  const content = document?.documentId ? (
    <DocumentPlan
      key={document.documentId}
      uid={model}
      documentId={document.documentId}
      revision={JSON.stringify([document.updatedAt, document.publishedAt, document.status])}
      isModified={isModified}
    />
  ) : (
    <Typography variant="pi" textColor="neutral600">
      {texts.saveFirst}
    </Typography>
  )
  return { title: texts.panel, content }
}

type Panel = { (props: never): unknown; type?: string }

/** Last: what is needed at each publication stands above. */
export const addSchedulePanel = (panels: Panel[]): Panel[] => [...panels, SchedulePanel]
