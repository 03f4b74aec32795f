/** Planning: a panel beside every form with drafts, a card on the home page, a calendar in the menu. */
import { Calendar } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { scheduleTitles } from '../texts/schedule'

export { addSchedulePanel } from './panel'

const title = (id: keyof typeof scheduleTitles) => ({ id, defaultMessage: scheduleTitles[id] })

/** after the home page and the contents */
const MENU_POSITION = 3
/** after how the publication fares and what was published last */
const WIDGET_POSITION = 2

export function registerSchedules(app: StrapiApp) {
  app.widgets.register((widgets) => [
    ...widgets.slice(0, WIDGET_POSITION),
    {
      id: 'schedules',
      icon: Calendar,
      title: title('schedule.widget'),
      component: async () => (await import('./widget')).ScheduleWidget,
    },
    ...widgets.slice(WIDGET_POSITION),
  ])
  app.addMenuLink({
    to: 'calendar',
    icon: Calendar,
    intlLabel: title('schedule.menu'),
    permissions: [],
    position: MENU_POSITION,
    Component: () => import('../calendar/page'),
  })
}
