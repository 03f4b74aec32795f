/** The fields of a kind as its form calls them, in the form's order. */
import type { Core, Schema } from '@strapi/types'
import { type Kind, uidOf } from '../../domain/content/kinds'
import type { FieldFacts, FieldType } from '../../domain/versions/fields'
import { componentViews, views } from '../views'
import type { ComponentView, View } from '../views/view'

const types: Partial<Record<Schema.Attribute.Kind, FieldType>> = {
  ...{ string: 'text', text: 'text', richtext: 'markdown', email: 'text', customField: 'markdown' },
  ...{ integer: 'number', decimal: 'number', boolean: 'boolean', date: 'day', datetime: 'instant' },
  ...{ enumeration: 'choice', relation: 'relation', media: 'media', component: 'component' },
}

type Attributes = Record<string, Schema.Attribute.AnyAttribute>

function describeFields(strapi: Core.Strapi, view: View | ComponentView, attributes: Attributes): FieldFacts[] {
  return view.rows.flatMap(Object.keys).flatMap((name): FieldFacts[] => {
    const attribute = attributes[name]
    const type = attribute && types[attribute.type]
    if (!type) return []
    const label = view.fields[name]?.label ?? name
    if (attribute.type !== 'component') return [{ name, label, type }]
    const component = componentViews.find(({ uid }) => uid === attribute.component)
    const model = strapi.components[attribute.component]
    return [{ name, label, type, fields: component ? describeFields(strapi, component, model.attributes) : [] }]
  })
}

export function fieldsOf(strapi: Core.Strapi, kind: Kind): FieldFacts[] {
  const view = views.find(({ uid }) => uid === uidOf(kind))
  return view ? describeFields(strapi, view, strapi.contentType(uidOf(kind)).attributes) : []
}
