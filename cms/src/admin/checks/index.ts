/** Checks before publication: a panel beside every form, and the way in and out of the wording list. */
import { ChecksPanel } from './panel'
import { WordingActions } from './wording-actions'

type Panel = { (props: never): unknown; type?: string }

/** The part of the Content Manager's interface that checks use; its types are not exported. */
type ContentManagerPlugin = {
  apis: { addEditViewSidePanel: (change: (panels: Panel[]) => Panel[]) => void }
  injectComponent: (page: string, area: string, component: { name: string; Component: () => unknown }) => void
}

/** Right after the buttons: it is looked at before the press of one. */
function addChecksPanel(panels: Panel[]): Panel[] {
  const actions = panels.filter(({ type }) => type === 'actions')
  return [...actions, ChecksPanel, ...panels.filter(({ type }) => type !== 'actions')]
}

export function setUpChecks(plugin: unknown) {
  const contentManager = plugin as ContentManagerPlugin
  contentManager.apis.addEditViewSidePanel(addChecksPanel)
  contentManager.injectComponent('listView', 'actions', { name: 'wording-actions', Component: WordingActions })
}
