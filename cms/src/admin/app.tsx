import './time-zone'
import './language'
import type { StrapiApp } from '@strapi/strapi/admin'
import logo from './assets/logo.svg'
import { addDocxImport } from './docx-import'
import { registerEditor } from './editor'
import { translateFixedTexts } from './fixed-texts'
import { dressHead } from './head'
import { limitHeaderActions } from './header-actions'
import { keepTypedText } from './keep-typed-text'
import { formatColumns, nameChosenFilters } from './list-view'
import { menuTexts, orderMenu } from './menu-order'
import { setUpPreview } from './preview'
import { addPublicationPanel, registerWidgets } from './publication'
import { markNewsAsRead } from './quiet'
import { steadyPublish } from './steady-publish'
import { zhHans } from './texts'
import { theme } from './theme'

/** The part of the Content Manager's interface that we use; its types are not exported. */
type ContentManager = {
  addEditViewSidePanel(change: typeof addPublicationPanel): void
  addDocumentAction(change: typeof steadyPublish | typeof limitHeaderActions): void
}

export default {
  config: {
    auth: { logo },
    menu: { logo },
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': { ...zhHans, ...menuTexts } },
    theme,
    tutorials: false,
    notifications: { releases: false },
  },
  register(app: StrapiApp) {
    app.addMiddlewares([keepTypedText])
    registerWidgets(app)
    registerEditor(app)
  },
  bootstrap(app: StrapiApp) {
    markNewsAsRead()
    dressHead(logo)
    translateFixedTexts(document.body)
    const contentManager = app.getPlugin('content-manager').apis as ContentManager
    contentManager.addDocumentAction(limitHeaderActions)
    setUpPreview(app.getPlugin('content-manager'))
    contentManager.addEditViewSidePanel(addPublicationPanel)
    contentManager.addDocumentAction(steadyPublish)
    addDocxImport(app)
    app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', orderMenu)
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', formatColumns)
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', nameChosenFilters)
  },
}
