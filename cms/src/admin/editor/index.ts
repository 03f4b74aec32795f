/** The editor of texts: a custom field, so that what is stored stays plain Markdown. */
import type { StrapiApp } from '@strapi/strapi/admin'
import type { ComponentType } from 'react'
import { editorTitles } from '../texts/editor'

const title = (id: keyof typeof editorTitles) => ({ id, defaultMessage: editorTitles[id] })

export function registerEditor(app: StrapiApp) {
  app.customFields.register({
    name: 'markdown',
    type: 'richtext',
    intlLabel: title('editor.field.label'),
    intlDescription: title('editor.field.description'),
    // the form hands an input its name, label and value; Strapi's type does not say so
    components: { Input: async () => ({ default: (await import('./input')).MarkdownInput as ComponentType }) },
  })
}
