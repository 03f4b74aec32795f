/** The page of a role in Chinese: permissions, their groups, content types and their fields. */
import type { Core, UID } from '@strapi/types'
import { actionWords, conditionWords, groupWords } from './permission-words'
import { componentViews, views } from './views/index'

type Entry = { displayName: string; category?: string; subCategory?: string; plugin?: string }
type FieldNode = { label: string; value: string; children?: FieldNode[] }
type Subject = { uid: string; label: string; properties: FieldNode[] }
type Condition = { displayName: string; category: string }

/** The part of the admin's own service that we use; its types are not exported. */
type PermissionService = {
  sectionsBuilder: { addHandler(section: string, handler: (context: { section: never }) => void): unknown }
  conditionProvider: { values(): Condition[] }
}

/** Types that a plugin brings and names in English. */
const OTHER_TITLES: Record<string, string> = { 'plugin::users-permissions.user': '会员账号' }

const group = (name: string | undefined) => (name === undefined ? name : (groupWords[name.toLowerCase()] ?? name))

function nameEntries(section: Entry[]) {
  for (const entry of section) {
    entry.displayName = actionWords[entry.displayName] ?? entry.displayName
    entry.subCategory = group(entry.subCategory)
    if (entry.category) entry.category = group(entry.category)
    if (entry.plugin) entry.plugin = group(entry.plugin)
  }
}

function nameFields(nodes: FieldNode[], uid: string, strapi: Core.Strapi) {
  const fields = [...views, ...componentViews].find((view) => view.uid === uid)?.fields ?? {}
  for (const node of nodes) {
    node.label = fields[node.value]?.label ?? node.label
    const attribute = strapi.getModel(uid as UID.Schema)?.attributes[node.value]
    if (node.children && attribute?.type === 'component') nameFields(node.children, attribute.component, strapi)
  }
}

function nameSubjects(strapi: Core.Strapi, subjects: Subject[]) {
  for (const subject of subjects) {
    subject.label = OTHER_TITLES[subject.uid] ?? strapi.getModel(subject.uid as UID.Schema).info.displayName
    for (const property of subject.properties) {
      if (property.value !== 'fields') continue
      property.label = '字段'
      nameFields(property.children ?? [], subject.uid, strapi)
    }
  }
}

/** Call in `bootstrap`: the handlers run after Strapi's own, each time the page asks. */
export function namePermissions(strapi: Core.Strapi) {
  const { sectionsBuilder, conditionProvider } = strapi.service('admin::permission') as unknown as PermissionService
  for (const name of ['plugins', 'settings']) {
    sectionsBuilder.addHandler(name, ({ section }) => nameEntries(section as Entry[]))
  }
  for (const name of ['collectionTypes', 'singleTypes']) {
    sectionsBuilder.addHandler(name, ({ section }) =>
      nameSubjects(strapi, (section as { subjects: Subject[] }).subjects),
    )
  }
  for (const condition of conditionProvider.values()) {
    condition.displayName = conditionWords[condition.displayName] ?? condition.displayName
    condition.category = conditionWords[condition.category] ?? condition.category
  }
}
