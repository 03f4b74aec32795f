/** A field of a snapshot as people read it: a text, or a list of things that have names. */
import type { Json, Snapshot } from '../content/snapshot'
import type { Dictionary, FieldFacts } from './fields'
import { markdownInWords } from './markdown-in-words'

export type Item = { key: string; text: string }
export type Readable = { text: string } | { items: Item[] }

const NAMELESS = '（已删除的内容）'

const instantFormat = new Intl.DateTimeFormat('zh-CN', {
  ...{ timeZone: 'Asia/Shanghai', hourCycle: 'h23' },
  ...{ year: 'numeric', month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' },
})
const dayFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' })

const isUnset = (value: Json | undefined): value is null | undefined | '' =>
  value === null || value === undefined || value === ''

const listOf = (value: Json | undefined): readonly Json[] => {
  if (isUnset(value)) return []
  return Array.isArray(value) ? value : [value as Json]
}

function inFormat(format: Intl.DateTimeFormat, value: Json): string {
  const instant = new Date(String(value))
  return Number.isNaN(instant.getTime()) ? String(value) : format.format(instant)
}

function fileItem(value: Json): Item {
  const { id, name, content } = value as { id: number; name: string; content?: string }
  return { key: `${id}:${content ?? ''}`, text: name }
}

/** One line an entry, because that is how its words are compared. */
function componentText(value: Json | undefined, fields: readonly FieldFacts[], dictionary: Dictionary): string {
  const lines = listOf(value).map((entry) =>
    fields
      .map((field) => [field.label, plainText(readField(field, entry as Snapshot, dictionary))])
      .filter(([, text]) => text !== '')
      .map(([label, text]) => `${label}：${text}`)
      .join('；'),
  )
  return lines.join('\n')
}

export const plainText = (readable: Readable): string =>
  'text' in readable ? readable.text : readable.items.map(({ text }) => text).join('、')

export function readField(field: FieldFacts, snapshot: Snapshot, dictionary: Dictionary): Readable {
  const value = snapshot[field.name]
  switch (field.type) {
    case 'relation':
      return {
        items: listOf(value).map((documentId) => {
          return { key: String(documentId), text: dictionary.titles[String(documentId)] ?? NAMELESS }
        }),
      }
    case 'media':
      return { items: listOf(value).map(fileItem) }
    case 'component':
      return { text: componentText(value, field.fields ?? [], dictionary) }
    case 'boolean':
      return { text: isUnset(value) ? '' : value ? '是' : '否' }
    case 'choice':
      return { text: isUnset(value) ? '' : (dictionary.choices[String(value)] ?? String(value)) }
    case 'instant':
      return { text: isUnset(value) ? '' : inFormat(instantFormat, value) }
    case 'day':
      return { text: isUnset(value) ? '' : inFormat(dayFormat, value) }
    case 'markdown':
      return { text: isUnset(value) ? '' : markdownInWords(String(value)) }
    case 'text':
    case 'number':
      return { text: isUnset(value) ? '' : String(value) }
    default:
      return field.type satisfies never
  }
}
