/** What the desk shows of the way to the readers: a panel beside every form, two cards on the home page. */
import { Clock, Rocket } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { publicationTitles } from '../texts/publication'
import { PublicationPanel } from './panel'

type Widgets = Parameters<StrapiApp['widgets']['register']>[0]
type WidgetList = Extract<Widgets, unknown[]>

/** Counts of tokens and webhooks, one's own name, and what our own cards tell better, are no news to an editor. */
const LEFT_OUT = new Set(['key-statistics', 'profile-info', 'last-published-entries'])

const title = (id: keyof typeof publicationTitles) => ({ id, defaultMessage: publicationTitles[id] })

const ownWidgets: WidgetList = [
  {
    id: 'publication-engine',
    icon: Rocket,
    title: title('publication.widget.engine'),
    component: async () => (await import('./engine-widget')).EngineWidget,
  },
  {
    id: 'publication-recent',
    icon: Clock,
    title: title('publication.widget.recent'),
    component: async () => (await import('./recent-widget')).RecentWidget,
  },
]

export function registerWidgets(app: StrapiApp) {
  app.widgets.register((widgets) => [...ownWidgets, ...widgets.filter(({ id }) => !LEFT_OUT.has(id))])
}

type Panel = { (props: never): unknown; type?: string }

/** After the buttons, before everything else. */
export function addPublicationPanel(panels: Panel[]): Panel[] {
  const actions = panels.filter(({ type }) => type === 'actions')
  return [...actions, PublicationPanel, ...panels.filter(({ type }) => type !== 'actions')]
}
