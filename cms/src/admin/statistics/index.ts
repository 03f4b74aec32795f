/** How the portal is read, on a page of its own. */
import { ChartPie } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { statisticsTitles } from '../texts/statistics'

const MENU_ID = 'statistics.menu'
/** after the media library */
const POSITION = 6

export function addStatisticsPage(app: StrapiApp) {
  app.addMenuLink({
    ...{ to: 'statistics', icon: ChartPie, permissions: [], position: POSITION },
    intlLabel: { id: MENU_ID, defaultMessage: statisticsTitles[MENU_ID] },
    Component: () => import('./page').then(({ StatisticsPage }) => ({ default: StatisticsPage })),
  })
}
