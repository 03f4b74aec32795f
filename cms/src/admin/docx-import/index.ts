/** “导入 Word 文档” over the lists of what is written at length. */
import type { StrapiApp } from '@strapi/strapi/admin'
import { ImportButton } from './import-button'

/** The part of the Content Manager's interface that we use; its types are not exported. */
type Injectable = {
  injectComponent(view: 'listView', zone: 'actions', entry: { name: string; Component: typeof ImportButton }): void
}

export function addDocxImport(app: StrapiApp) {
  const contentManager = app.getPlugin('content-manager') as unknown as Injectable
  contentManager.injectComponent('listView', 'actions', { name: 'docx-import', Component: ImportButton })
}
