/** What was typed and not saved, found again from the home page. */
import { Pencil } from '@strapi/icons'
import type { StrapiApp } from '@strapi/strapi/admin'
import { unsavedTitles } from '../texts/unsaved'

export function registerUnsavedWidget(app: StrapiApp) {
  const title = { id: 'unsaved.widget', defaultMessage: unsavedTitles['unsaved.widget'] }
  const component = async () => (await import('./widget')).UnsavedWidget
  app.widgets.register((widgets) => [...widgets, { id: 'unsaved', icon: Pencil, title, component }])
}
