/** What differs between a member and what a file says of him, in words for people: personal numbers stay masked. */
import { categoryNames } from '../dues/categories'
import { maskedIdentity, maskedMail, maskedPhone } from '../members/masked'
import { type Member, memberStatuses } from '../members/member'
import { titleOf } from './columns'

/** a member with his identity number, unsealed for the comparison */
export type Entry = Omit<Member, 'hasIdentity'> & { identity: string | null }
export type FieldChange = { title: string; from: string; to: string }

const fields = ['name', 'status', 'admittedOn', 'fullOn', 'category', 'phone', 'mail', 'identity'] as const
type Field = (typeof fields)[number]

export const maskOf = {
  phone: maskedPhone,
  mail: maskedMail,
  identity: maskedIdentity,
} as const satisfies { [Name in Field]?: (text: string) => string }

const isMaskable = (field: Field): field is keyof typeof maskOf => Object.hasOwn(maskOf, field)

export function shownField(field: Field, entry: Entry): string {
  const value = entry[field]
  if (!value) return ''
  if (field === 'status') return memberStatuses[entry.status]
  if (field === 'category') return categoryNames[entry.category]
  return isMaskable(field) ? maskOf[field](value) : value
}

export function changedFields(before: Entry, after: Entry): FieldChange[] {
  return fields
    .filter((field) => before[field] !== after[field])
    .map((field) => {
      const [from, to] = [shownField(field, before), shownField(field, after)]
      return { title: titleOf(field), from, to: from === to ? `${to}（打星号的几位不同）` : to }
    })
}
