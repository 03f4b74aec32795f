/** A page beside the media library, whose own pages take no additions. */
import { ListSearch } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { mediaOrderTitles } from '../texts/media-order'
import { SEE_MEDIA } from './permission'

const MENU_ID = 'media-order.menu'
/** after the media library */
const POSITION = 5

export function addMediaOrderPage(app: StrapiApp) {
  app.addMenuLink({
    to: 'media-order',
    icon: ListSearch,
    intlLabel: { id: MENU_ID, defaultMessage: mediaOrderTitles[MENU_ID] },
    permissions: SEE_MEDIA,
    position: POSITION,
    Component: () => import('./page').then(({ MediaOrderPage }) => ({ default: MediaOrderPage })),
  })
}
