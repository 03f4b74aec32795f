/** The audit log has a page of its own; whoever lacks the permission finds no way to it. */
import { Shield } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { auditTitles } from '../texts/audit'
import { READ_AUDIT } from './permission'

const MENU_ID = 'audit.menu'
/** after Strapi's own */
const POSITION = 12

export function addAuditPage(app: StrapiApp) {
  app.addMenuLink({
    to: 'audit',
    icon: Shield,
    intlLabel: { id: MENU_ID, defaultMessage: auditTitles[MENU_ID] },
    permissions: READ_AUDIT,
    position: POSITION,
    Component: () => import('./page').then(({ AuditPage }) => ({ default: AuditPage })),
  })
}
