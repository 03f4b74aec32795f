import { Link } from '@strapi/design-system'
import { EditLink } from '../publication/edit-link'

export type ReadPage = {
  address: string
  count: number
  title: string
  document: { uid: string; documentId: string } | null
}

/** A page that was read, leading to its form, or where it has none to the portal. */
export const PageTitle = ({ page, siteUrl, outside }: { page: ReadPage; siteUrl: string; outside: string }) =>
  page.document ? (
    <EditLink document={{ ...page.document, title: page.title }} />
  ) : (
    <Link href={siteUrl + page.address} isExternal aria-label={`${page.title}${outside}`}>
      {page.title}
    </Link>
  )
