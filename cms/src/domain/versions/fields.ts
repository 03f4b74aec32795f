/** What a comparison has to know of a field to put it into words. */
export type FieldType =
  | 'text'
  | 'markdown'
  | 'number'
  | 'boolean'
  | 'day'
  | 'instant'
  | 'choice'
  | 'relation'
  | 'media'
  | 'component'

export type FieldFacts = {
  name: string
  /** as the form calls it */
  label: string
  type: FieldType
  /** of a component */
  fields?: readonly FieldFacts[]
}

/** The words for what a snapshot holds as a code: titles of related documents by documentId, choices by value. */
export type Dictionary = {
  titles: Readonly<Record<string, string>>
  choices: Readonly<Record<string, string>>
}
