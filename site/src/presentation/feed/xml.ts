/** Small pieces of XML; everything here is escaped. */
import { escaped } from '../../markdown/html.ts'

// XML 1.0 has no way to write these.
const NOT_XML = /[[\p{Cc}--[\t\n\r]]\p{Cs}\ufffe\uffff]/gv
export const writable = (text: string): string => text.replace(NOT_XML, '')

type Attributes = Record<string, string | number>

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escaped(writable(String(value)))}"`)
    .join('')

export const empty = (name: string, attributes: Attributes): string => `<${name}${written(attributes)}/>`

/** @param parts XML; null and undefined are left out */
export const parent = (
  name: string,
  attributes: Attributes,
  parts: readonly (string | null | undefined | false)[],
): string => `<${name}${written(attributes)}>${parts.filter(Boolean).join('')}</${name}>`

/** Null where there is no text. */
export const leaf = (name: string, text: string | null | undefined, attributes: Attributes = {}): string | null =>
  text ? `<${name}${written(attributes)}>${escaped(writable(text))}</${name}>` : null
