/** Strapi's own preview, made to fit: links that do not run out while the desk is open, a window, a word on unsaved text. */
import { renewOldLinks } from './fresh-links'
import { OpenInWindow } from './open-in-window'
import { hintUnsaved } from './unsaved-hint'

/** The part of the Content Manager's interface that previews use; its types are not exported. */
type ContentManagerPlugin = {
  apis: { addEditViewSidePanel: (change: typeof hintUnsaved) => void }
  injectComponent: (page: string, area: string, component: { name: string; Component: () => unknown }) => void
}

export function setUpPreview(plugin: unknown) {
  const contentManager = plugin as ContentManagerPlugin
  renewOldLinks()
  contentManager.injectComponent('preview', 'actions', { name: 'open-in-window', Component: OpenInWindow })
  contentManager.apis.addEditViewSidePanel(hintUnsaved)
}
