/** What an act changed, short enough to keep for years: long texts by fingerprint and excerpt, secrets never. */
import { createHash } from 'node:crypto'
import type { Json } from '../content/snapshot'

type Fields = { readonly [name: string]: Json }
export type Change = { before: Json; after: Json }

export const SECRET_TEXT = '（保密，不记录）'
/** Keys of what must never be written down, however deep it stands. */
const SECRET = /password|passwd|secret|token|jwt|authorization|salt|accesskey|apikey|encryptedkey|^headers$/i
/** about secrets, not secrets themselves */
const HARMLESS = new Set(['tokenType', 'allow_register'])

const LONG_TEXT_CHARACTERS = 200
const EXCERPT_CHARACTERS = 80
const SHOWN_BEFORE = 20
const MAX_ENTRIES = 60
const MAX_DEPTH = 6
const FINGERPRINT_CHARACTERS = 16

const fingerprint = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, FINGERPRINT_CHARACTERS)

const isSecret = (name: string) => SECRET.test(name) && !HARMLESS.has(name)

function condenseText(text: string, from: number): Json {
  const characters = Array.from(text)
  if (characters.length <= LONG_TEXT_CHARACTERS) return text
  const start = Math.max(0, from - SHOWN_BEFORE)
  return {
    characters: characters.length,
    fingerprint: fingerprint(text),
    excerpt: characters.slice(start, start + EXCERPT_CHARACTERS).join(''),
  }
}

const isFields = (value: Json): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** @param from the character from which a long text is shown */
export function condense(value: Json, from = 0, depth = 0): Json {
  if (typeof value === 'string') return condenseText(value, from)
  if (depth >= MAX_DEPTH) return '…'
  if (Array.isArray(value)) {
    const shown = value.slice(0, MAX_ENTRIES).map((one: Json) => condense(one, 0, depth + 1))
    return value.length > MAX_ENTRIES ? [...shown, `… 共 ${value.length} 项`] : shown
  }
  if (!isFields(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MAX_ENTRIES)
      .map(([name, one]) => [name, isSecret(name) && one !== null ? SECRET_TEXT : condense(one, 0, depth + 1)]),
  )
}

/** Of two texts; 0 for everything else. */
function firstDifference(before: Json, after: Json): number {
  if (typeof before !== 'string' || typeof after !== 'string') return 0
  const [one, other] = [Array.from(before), Array.from(after)]
  const index = one.findIndex((character, position) => character !== other[position])
  return index === -1 ? one.length : index
}

/** Of two lists of single values (permissions, tags): what went and what came. */
function listChange(before: Json, after: Json): Change | null {
  if (!Array.isArray(before) || !Array.isArray(after)) return null
  if ([...before, ...after].some((one) => typeof one !== 'string' && typeof one !== 'number')) return null
  const [had, has] = [new Set(before), new Set(after)]
  const [gone, come] = [before.filter((one) => !has.has(one)), after.filter((one) => !had.has(one))]
  return gone.length + come.length === 0 ? { before, after } : { before: gone, after: come }
}

function changeOf(name: string, before: Json, after: Json): Change {
  if (isSecret(name))
    return { before: before === null ? null : SECRET_TEXT, after: after === null ? null : SECRET_TEXT }
  const listed = listChange(before, after)
  if (listed) return { before: condense(listed.before), after: condense(listed.after) }
  const from = firstDifference(before, after)
  return { before: condense(before, from), after: condense(after, from) }
}

const same = (one: Json, other: Json) => JSON.stringify(one) === JSON.stringify(other)
const withoutUnset = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && !same(value, [])))

/** @returns null when nothing differs; a whole side is null where there was nothing before, or is nothing after */
export function whatChanged(before: Fields | null, after: Fields | null): Change | null {
  if (!before && !after) return null
  if (!before || !after) {
    return { before: before && condense(withoutUnset(before)), after: after && condense(withoutUnset(after)) }
  }
  const changes = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !same(before[name] ?? null, after[name] ?? null))
    .map((name) => [name, changeOf(name, before[name] ?? null, after[name] ?? null)] as const)
  if (changes.length === 0) return null
  return {
    before: Object.fromEntries(changes.map(([name, change]) => [name, change.before])),
    after: Object.fromEntries(changes.map(([name, change]) => [name, change.after])),
  }
}
