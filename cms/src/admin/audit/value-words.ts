/** A value of the log as people read it. */
import type { Json } from '../../domain/content/snapshot'
import { audit as texts } from '../texts/audit'
import type { Names } from './answers'

type LongText = { characters: number; excerpt: string }

const isLongText = (value: object): value is LongText => 'excerpt' in value && 'characters' in value
const isFile = (value: object): value is { name: string } =>
  'name' in value && typeof (value as { name: unknown }).name === 'string'

export function valueWords(value: Json, names: Names): string {
  if (value === null || value === '') return texts.empty
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (Array.isArray(value))
    return value.length === 0 ? texts.empty : [...new Set(value.map((one: Json) => valueWords(one, names)))].join('、')
  if (typeof value !== 'object') return names[String(value)] ?? String(value)
  if (isLongText(value)) return texts.longText(value.excerpt, value.characters)
  return isFile(value) ? value.name : JSON.stringify(value)
}
