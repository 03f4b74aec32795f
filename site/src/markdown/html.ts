/** Small pieces of HTML; everything here is escaped. */
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '')

export const unescaped = (text: string): string =>
  text.replace(
    /&(?:amp|lt|gt|quot|#39);/g,
    (entity) => Object.keys(entities).find((character) => entities[character] === entity) ?? entity,
  )

type Attributes = Record<string, string | number | boolean | null | undefined>

/** `null`, `undefined` and `false` leave an attribute out, `true` writes it without a value. */
export const tag = (name: string, attributes: Attributes, content?: string): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escaped(String(value))}"`))
    .join('')
  return content === undefined ? `<${name}${written}>` : `<${name}${written}>${content}</${name}>`
}
