import './time-zone'
import './language'
import type { StrapiApp } from '@strapi/strapi/admin'
import logo from './assets/logo.svg'
import { addAuditPage } from './audit'
import { setUpChecks } from './checks'
import { addCommitteePage } from './committee'
import { sendBases } from './conflicts/send-base'
import { addDocxImport } from './docx-import'
import { registerEditor } from './editor'
import { translateFixedTexts } from './fixed-texts'
import { dressHead } from './head'
import { limitHeaderActions } from './header-actions'
import { registerHome } from './home'
import { keepTypedText } from './keep-typed-text'
import { formatColumns, nameChosenFilters } from './list-view'
import { addMediaOrderPage } from './media-order'
import { recogniseUploads } from './media-order/recognise-uploads'
import { menuTexts, orderMenu } from './menu-order'
import { setUpPreview } from './preview'
import { addPublicationPanel, registerWidgets } from './publication'
import { markNewsAsRead } from './quiet'
import { registerReports } from './reports'
import { registerReview, setUpReview } from './review'
import { addSchedulePanel, registerSchedules } from './schedule'
import { watchConnection } from './session/connection'
import { watchIdleness } from './session/idle'
import { addStatisticsPage } from './statistics'
import { steadyPublish } from './steady-publish'
import { holdStore } from './store'
import { zhHans } from './texts'
import { theme } from './theme'
import { registerUnsavedWidget } from './unsaved'
import { addVersionPanel } from './versions/panel'

/** The part of the Content Manager's interface that we use; its types are not exported. */
type ContentManager = {
  addEditViewSidePanel(change: typeof addPublicationPanel | typeof addVersionPanel): void
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
    app.addMiddlewares([keepTypedText, holdStore])
    registerWidgets(app)
    registerHome(app)
    registerSchedules(app)
    registerEditor(app)
    registerReview(app)
    registerReports(app)
    registerUnsavedWidget(app)
    addCommitteePage(app)
    addAuditPage(app)
    addMediaOrderPage(app)
    addStatisticsPage(app)
  },
  bootstrap(app: StrapiApp) {
    markNewsAsRead()
    recogniseUploads()
    dressHead(logo)
    translateFixedTexts(document.body)
    const contentManager = app.getPlugin('content-manager').apis as ContentManager
    contentManager.addDocumentAction(limitHeaderActions)
    setUpPreview(app.getPlugin('content-manager'))
    contentManager.addEditViewSidePanel(addPublicationPanel)
    contentManager.addEditViewSidePanel(addSchedulePanel)
    contentManager.addEditViewSidePanel(addVersionPanel)
    sendBases()
    watchConnection()
    watchIdleness()
    setUpChecks(app.getPlugin('content-manager'))
    contentManager.addDocumentAction(steadyPublish)
    setUpReview(app.getPlugin('content-manager'))
    addDocxImport(app)
    app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', orderMenu)
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', formatColumns)
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', nameChosenFilters)
  },
}
