import './time-zone'
import './language'
import type { StrapiApp } from '@strapi/strapi/admin'
import logo from './assets/logo.svg'
import { translateFixedTexts } from './fixed-texts'
import { dressHead } from './head'
import { formatColumns, nameChosenFilters } from './list-view'
import { menuTexts, orderMenu } from './menu-order'
import { markNewsAsRead } from './quiet'
import { zhHans } from './texts'
import { theme } from './theme'

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
  bootstrap(app: StrapiApp) {
    markNewsAsRead()
    dressHead(logo)
    translateFixedTexts(document.body)
    app.registerHook('Admin/CM/pages/App/mutate-collection-types-links', orderMenu)
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', formatColumns)
    app.registerHook('Admin/CM/pages/ListView/inject-in-filters', nameChosenFilters)
  },
}
