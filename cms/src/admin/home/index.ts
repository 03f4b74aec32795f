/** Cards of the home page beside work lists and publication, and the guide for the first hour. */
import { Eye, Feather, Question } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { homeTitles } from '../texts/home'

type Widgets = Parameters<StrapiApp['widgets']['register']>[0]
type WidgetList = Extract<Widgets, unknown[]>

const title = (id: string) => ({ id, defaultMessage: homeTitles[id] ?? id })

const widgets: WidgetList = [
  {
    id: 'desk-readers',
    icon: Eye,
    title: title('home.widget.readers'),
    component: async () => (await import('./readers-widget')).ReadersWidget,
  },
  {
    id: 'desk-columns',
    icon: Feather,
    title: title('home.widget.columns'),
    component: async () => (await import('./columns-widget')).ColumnsWidget,
  },
  {
    id: 'desk-guide',
    icon: Question,
    title: title('home.widget.guide'),
    component: async () => (await import('./guide-widget')).GuideWidget,
  },
]

export function registerHome(app: StrapiApp) {
  app.widgets.register((others) => [...others, ...widgets])
  app.addMenuLink({
    to: '/guide',
    icon: Question,
    intlLabel: title('home.menu.guide'),
    permissions: [],
    position: 20,
    Component: () => import('./guide-page'),
  })
}
