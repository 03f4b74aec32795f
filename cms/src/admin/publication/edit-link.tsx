import { Link } from '@strapi/design-system'
import { Link as RouterLink } from 'react-router-dom'
import { kindOf, singleKinds } from '../../domain/content/kinds'
import { publication as texts } from '../texts/publication'
import type { NamedDocument } from './answers'

export function formOf({ uid, documentId }: NamedDocument): string {
  const isSingle = (singleKinds as readonly (string | null)[]).includes(kindOf(uid))
  return isSingle ? `/content-manager/single-types/${uid}` : `/content-manager/collection-types/${uid}/${documentId}`
}

/** The title of a document, leading to its form. */
export function EditLink({ document }: { document: NamedDocument }) {
  return (
    <Link tag={RouterLink} to={formOf(document)}>
      {document.title ?? texts.untitled}
    </Link>
  )
}
