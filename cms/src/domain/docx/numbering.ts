/** What `numbering.xml` says: which paragraph is counted how. */
import type { Document, Element } from '@xmldom/xmldom'

export type Level = { start: number; format: string; text: string; paragraphStyle: string | null }
export type Numbering = {
  abstractOf: ReadonlyMap<string, string>
  /** `w:lvlOverride` with a start of its own, by numId and level */
  starts: ReadonlyMap<string, ReadonlyMap<number, number>>
  levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
}

export const childrenNamed = (parent: Element | Document, name: string): Element[] =>
  [...parent.childNodes].filter((node): node is Element => node.nodeName === name)

export const childNamed = (parent: Element | null | undefined, name: string): Element | undefined =>
  parent ? childrenNamed(parent, name)[0] : undefined

export const valOf = (parent: Element | null | undefined, name: string): string | null =>
  childNamed(parent, name)?.getAttribute('w:val') ?? null

const numberOf = (text: string | null, otherwise: number) => {
  const value = Number.parseInt(text ?? '', 10)
  return Number.isInteger(value) && value >= 0 && value < 100_000 ? value : otherwise
}

const levelIndex = (element: Element) => numberOf(element.getAttribute('w:ilvl'), 0)

function readLevel(level: Element): Level {
  return {
    start: numberOf(valOf(level, 'w:start'), 1),
    format: valOf(level, 'w:numFmt') ?? 'decimal',
    text: valOf(level, 'w:lvlText') ?? '',
    paragraphStyle: valOf(level, 'w:pStyle'),
  }
}

export function readNumbering(xml: Document | null): Numbering {
  const root = xml?.documentElement
  const nums = root ? childrenNamed(root, 'w:num') : []
  const abstracts = root ? childrenNamed(root, 'w:abstractNum') : []
  const idOf = (num: Element) => num.getAttribute('w:numId') ?? ''
  return {
    abstractOf: new Map(nums.map((num) => [idOf(num), valOf(num, 'w:abstractNumId') ?? ''])),
    starts: new Map(
      nums.map((num) => [
        idOf(num),
        new Map(
          childrenNamed(num, 'w:lvlOverride').flatMap((override) => {
            const start = valOf(override, 'w:startOverride')
            return start === null ? [] : [[levelIndex(override), numberOf(start, 1)] as const]
          }),
        ),
      ]),
    ),
    levels: new Map(
      abstracts.map((abstract) => [
        abstract.getAttribute('w:abstractNumId') ?? '',
        new Map(childrenNamed(abstract, 'w:lvl').map((level) => [levelIndex(level), readLevel(level)])),
      ]),
    ),
  }
}
