import type { Core } from '@strapi/types'

/** A text with an editor of its own in the desk; in the database and for readers it is Markdown as before. */
export function addMarkdownField(strapi: Core.Strapi) {
  strapi.customFields.register({
    name: 'markdown',
    type: 'richtext',
    inputSize: { default: 12, isResizable: false },
  })
}
