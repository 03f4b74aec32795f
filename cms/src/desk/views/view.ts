/** How one content type looks in the desk. */
import type { UID } from '@strapi/types'

export type Field = {
  label: string
  /** One or two sentences under the field, for people who know the college and not the software. */
  hint?: string
  placeholder?: string
  /** Shown, but filled in by the system. */
  readOnly?: true
}

/** One row of the form: field → columns of twelve. Rich texts and components always take all twelve. */
export type Row = Record<string, number>

export type View = {
  uid: UID.ContentType
  /** The field that stands for an entry wherever it is chosen or named. */
  mainField: string
  sort: { by: string; order: 'ASC' | 'DESC' }
  pageSize: 10 | 20 | 50 | 100
  /** Columns of the list, from left to right. */
  list: string[]
  rows: Row[]
  fields: Record<string, Field>
}

export type ComponentView = Pick<View, 'mainField' | 'rows' | 'fields'> & { uid: UID.Component }
