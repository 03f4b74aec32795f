/** What a form says, in the shape in which versions are kept, so that the two can be compared. */
import type { Json, Snapshot } from '../../domain/content/snapshot'
import type { FieldFacts } from '../../domain/versions/fields'

type Values = Readonly<Record<string, unknown>>
type Related = { documentId?: string; label?: string; apiData?: { documentId?: string } }
/** A form holds of a relation only what is added and taken away. */
type Delta = { connect?: Related[]; disconnect?: Related[] }
type File = { id: number; name: string; url: string; hash?: string; size?: number; contentHash?: string | null }

const documentIdOf = ({ apiData, documentId }: Related) => apiData?.documentId ?? documentId ?? ''

const listOf = (value: Json | undefined): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')

function relationOf(delta: Delta | undefined, before: Json | undefined): Json {
  const gone = new Set((delta?.disconnect ?? []).map(documentIdOf))
  const added = (delta?.connect ?? []).map(documentIdOf)
  const stay = listOf(before).filter((id) => !gone.has(id) && !added.includes(id))
  return [...stay, ...added]
}

const describeFile = ({ id, name, url, hash, size, contentHash }: File): Json => {
  return { id, name, url, content: contentHash ?? `${hash}:${size}` }
}

function mediaOf(value: unknown): Json {
  if (!value) return null
  return Array.isArray(value) ? value.map(describeFile) : describeFile(value as File)
}

const plain = (value: unknown): Json => (value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json))

/** @param before what the relations were when the form was loaded */
export function formSnapshot(values: Values, fields: readonly FieldFacts[], before: Snapshot): Snapshot {
  return Object.fromEntries(
    fields.map(({ name, type }): [string, Json] => {
      if (type === 'relation') return [name, relationOf(values[name] as Delta | undefined, before[name])]
      return [name, type === 'media' ? mediaOf(values[name]) : plain(values[name])]
    }),
  )
}

/** Titles of what the form has added to its relations. */
export function titlesInForm(values: Values, fields: readonly FieldFacts[]): Record<string, string> {
  const added = fields
    .filter(({ type }) => type === 'relation')
    .flatMap(({ name }) => (values[name] as Delta | undefined)?.connect ?? [])
  return Object.fromEntries(added.map((related) => [documentIdOf(related), related.label ?? '']))
}
