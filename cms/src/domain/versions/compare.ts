/** What differs between two versions, field by field: words of a text, entries of a list, or one value for another. */
import { diffArrays } from 'diff'
import type { Snapshot } from '../content/snapshot'
import type { Dictionary, FieldFacts } from './fields'
import { type Item, readField } from './readable'

export type Part = { change: 'same' | 'added' | 'removed'; text: string }
export type FieldChange = { name: string; label: string } & (
  | { shape: 'words'; parts: Part[] }
  | { shape: 'items'; parts: Part[] }
  | { shape: 'value'; before: string; after: string }
)

/** Beyond that many differing pieces the way between two texts is not looked for any more: it would take seconds. */
const MAX_EDITS = 2000

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

const wordsOf = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment)
const linesOf = (text: string) => text.split(/(?<=\n)/)

function diffPieces(before: string[], after: string[], join: (pieces: string[]) => string): Part[] | null {
  const found = diffArrays(before, after, { maxEditLength: MAX_EDITS })
  if (!found) return null
  return found.map(({ value, added, removed }) => {
    return { change: added ? 'added' : removed ? 'removed' : 'same', text: join(value) }
  })
}

const together = (pieces: string[]) => pieces.join('')

/** Words where that can be found out in a moment, else whole lines, else everything. */
export function compareTexts(before: string, after: string): Part[] {
  const parts =
    diffPieces(wordsOf(before), wordsOf(after), together) ?? diffPieces(linesOf(before), linesOf(after), together)
  if (parts) return parts
  const all: Part[] = [
    { change: 'removed', text: before },
    { change: 'added', text: after },
  ]
  return all.filter(({ text }) => text !== '')
}

/** In the order of the later list; what is gone stands where it stood. */
function compareItems(before: readonly Item[], after: readonly Item[]): Part[] {
  const texts = new Map([...before, ...after].map(({ key, text }) => [key, text]))
  const keysOf = (items: readonly Item[]) => items.map(({ key }) => key)
  return diffArrays(keysOf(before), keysOf(after)).flatMap(({ value, added, removed }) =>
    value.map((key): Part => {
      return { change: added ? 'added' : removed ? 'removed' : 'same', text: texts.get(key) ?? key }
    }),
  )
}

function compareField(
  field: FieldFacts,
  before: Snapshot,
  after: Snapshot,
  dictionary: Dictionary,
): FieldChange | null {
  const { name, label } = field
  const [old, current] = [readField(field, before, dictionary), readField(field, after, dictionary)]
  if ('items' in old && 'items' in current) {
    const parts = compareItems(old.items, current.items)
    return parts.every(({ change }) => change === 'same') ? null : { name, label, shape: 'items', parts }
  }
  if (!('text' in old && 'text' in current) || old.text === current.text) return null
  const isText = field.type === 'text' || field.type === 'markdown' || field.type === 'component'
  if (isText) return { name, label, shape: 'words', parts: compareTexts(old.text, current.text) }
  return { name, label, shape: 'value', before: old.text, after: current.text }
}

/** Changed fields only, in the order of the form. Unset, null and empty are the same. */
export function compareSnapshots(
  before: Snapshot,
  after: Snapshot,
  fields: readonly FieldFacts[],
  dictionary: Dictionary,
): FieldChange[] {
  return fields.flatMap((field) => compareField(field, before, after, dictionary) ?? [])
}
