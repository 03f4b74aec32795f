/** The first beginnings of a college have a page of their own; whoever lacks the permission finds no way to it. */
import { User } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { committeeTitles } from '../texts/committee'
import { MANAGE_COMMITTEE } from './permission'

const MENU_ID = 'committee.menu'
/** after what readers report */
const POSITION = 4

export function addCommitteePage(app: StrapiApp) {
  app.addMenuLink({
    to: 'committee',
    icon: User,
    intlLabel: { id: MENU_ID, defaultMessage: committeeTitles[MENU_ID] },
    permissions: MANAGE_COMMITTEE,
    position: POSITION,
    Component: () => import('./page').then(({ CommitteePage }) => ({ default: CommitteePage })),
  })
}
