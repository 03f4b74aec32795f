/** The panel beside every form of what is published: what should be mended before. */
import { isCheckedKind } from '../../domain/checks/fields'
import { kindOf } from '../../domain/content/kinds'
import { checks as texts } from '../texts/checks'
import { Findings } from './findings'

/** The part of what the Content Manager hands to a panel that we use; its types are not exported. */
type PanelProps = { model: string; document?: { documentId?: string } }

export function ChecksPanel({ model, document }: PanelProps) {
  const kind = kindOf(model)
  if (!kind || !isCheckedKind(kind)) return null
  const documentId = document?.documentId ?? null
  return { title: texts.panel, content: <Findings key={documentId ?? 'new'} uid={model} {...{ kind, documentId }} /> }
}
