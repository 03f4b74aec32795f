/** What readers report: a page and a card on the home page, for whoever handles them. */
import { WarningCircle } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { reportTitles } from '../texts/reports'
import { HANDLE_REPORTS } from './permission'

const title = (id: string) => ({ id, defaultMessage: reportTitles[id] ?? id })
/** after reviews */
const POSITION = 3

export function registerReports(app: StrapiApp) {
  app.widgets.register((widgets) => [
    ...widgets,
    {
      ...{ id: 'reader-reports', icon: WarningCircle, title: title('reports.widget') },
      permissions: HANDLE_REPORTS,
      component: async () => (await import('./reports-widget')).ReportsWidget,
    },
  ])
  app.addMenuLink({
    ...{ to: 'reports', icon: WarningCircle, intlLabel: title('reports.menu') },
    ...{ permissions: HANDLE_REPORTS, position: POSITION },
    Component: () => import('./page').then(({ ReportsPage }) => ({ default: ReportsPage })),
  })
}
