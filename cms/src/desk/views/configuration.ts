/** From our view to what the Content Manager stores: `plugin_content_manager_configuration_content_types::<uid>`. */
import { systemFields, views } from './index'
import type { ComponentView, View } from './view'

type Attribute = { type: string; target?: string; private?: boolean }

export type Model = { uid: string; attributes: Record<string, Attribute> }

type Metadata = { edit: Record<string, unknown>; list: Record<string, unknown> }

export type Configuration = {
  settings: Record<string, unknown>
  metadatas: Record<string, Metadata>
  layouts: { list: string[]; edit: { name: string; size: number }[][] }
}

/** A related entry is named by its own main field, where that type has a view of ours. */
function relatedMainField({ type, target }: Attribute) {
  const related = type === 'relation' ? views.find(({ uid }) => uid === target) : undefined
  return related ? { mainField: related.mainField } : {}
}

function describeFields(view: View | ComponentView, model: Model, current: Record<string, Metadata>) {
  const described = Object.entries(model.attributes).flatMap(([name, attribute]) => {
    const field = view.fields[name] ?? systemFields[name]
    const known = current[name]
    if (!field || !known) return []
    const { label, hint = '', placeholder = '', readOnly } = field
    const edit = { ...known.edit, label, description: hint, placeholder, editable: !readOnly }
    return [[name, { edit: { ...edit, ...relatedMainField(attribute) }, list: { ...known.list, label } }] as const]
  })
  return { ...current, ...Object.fromEntries(described) }
}

/** Keeps what the view does not speak of, so that a field added by an update is still shown; but what is private to our code is not. */
export function configure(view: View | ComponentView, model: Model, current: Configuration): Configuration {
  const placed = new Set(view.rows.flatMap(Object.keys))
  const unplaced = current.layouts.edit
    .map((row) => row.filter(({ name }) => !placed.has(name) && !model.attributes[name]?.private))
    .filter((row) => row.length > 0)
  const rows = view.rows.map((row) => Object.entries(row).map(([name, size]) => ({ name, size })))
  const list =
    'list' in view ? { pageSize: view.pageSize, defaultSortBy: view.sort.by, defaultSortOrder: view.sort.order } : {}
  return {
    settings: { ...current.settings, mainField: view.mainField, ...list },
    metadatas: describeFields(view, model, current.metadatas),
    layouts: { list: 'list' in view ? view.list : current.layouts.list, edit: [...rows, ...unplaced] },
  }
}
