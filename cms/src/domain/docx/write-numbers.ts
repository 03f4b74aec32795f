/**
 * Word counts headings and paragraphs by itself; the numbers stand nowhere in the text, and mammoth drops them. They are
 * written into the words: 一、（一）1. 第一条. Dots, and plain lists that begin with 1, stay lists.
 */
import type { Document, Element } from '@xmldom/xmldom'
import { formatNumber } from './number-formats'
import { childNamed, childrenNamed, type Level, type Numbering, valOf } from './numbering'

type Numbered = {
  paragraph: Element
  numId: string
  index: number
  level: Level
  levels: ReadonlyMap<number, Level>
  number: number
  label: string
}

type StyleNumber = { numId: string; index: number }

/** Numbers that come with a style of paragraphs, or with the one that it is based on. */
function numbersOfStyles(styles: Document | null, numbering: Numbering): Map<string, StyleNumber> {
  const elements = new Map(
    (styles?.documentElement ? childrenNamed(styles.documentElement, 'w:style') : []).map((style) => [
      style.getAttribute('w:styleId') ?? '',
      style,
    ]),
  )
  const numberOf = (id: string, depth: number): StyleNumber | null => {
    const style = elements.get(id)
    if (!style || depth > 10) return null
    const properties = childNamed(childNamed(style, 'w:pPr'), 'w:numPr')
    const numId = valOf(properties, 'w:numId')
    if (numId === '0') return null
    if (!numId) return numberOf(valOf(style, 'w:basedOn') ?? '', depth + 1)
    const levels = numbering.levels.get(numbering.abstractOf.get(numId) ?? '')
    const linked = [...(levels ?? [])].find(([, level]) => level.paragraphStyle === id)?.[0]
    return { numId, index: linked ?? Number(valOf(properties, 'w:ilvl') ?? 0) }
  }
  return new Map(
    [...elements.keys()].flatMap((id) => (numberOf(id, 0) ? [[id, numberOf(id, 0) as StyleNumber] as const] : [])),
  )
}

function labelOf({ text }: Level, levels: ReadonlyMap<number, Level>, counts: readonly number[]): string {
  const label = text.replace(/%([1-9])/g, (_, place: string) => {
    const level = levels.get(Number(place) - 1)
    return level ? formatNumber(counts[Number(place) - 1] ?? level.start, level.format) : ''
  })
  if (label === '') return ''
  // 第一条 stands apart from its sentence, 一、 and （一） do not
  if (/[章节条款]$/.test(label)) return `${label}\u3000`
  return /[\w.)]$/.test(label) ? `${label} ` : label
}

function countAll(document: Document, numbering: Numbering, styles: ReadonlyMap<string, StyleNumber>): Numbered[] {
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return [...document.getElementsByTagName('w:p')].flatMap((paragraph) => {
    const properties = childNamed(paragraph, 'w:pPr')
    const own = childNamed(properties, 'w:numPr')
    const ofStyle = styles.get(valOf(properties, 'w:pStyle') ?? '')
    const numId = valOf(own, 'w:numId') ?? ofStyle?.numId ?? '0'
    const index = Number(valOf(own, 'w:ilvl') ?? ofStyle?.index ?? 0)
    const abstract = numbering.abstractOf.get(numId)
    const levels = numbering.levels.get(abstract ?? '')
    const level = levels?.get(index)
    if (numId === '0' || abstract === undefined || !levels || !level) return []
    const counted = counts.get(abstract) ?? []
    const start = numbering.starts.get(numId)?.get(index)
    const isFirst = start !== undefined && !begun.has(`${numId}/${index}`)
    begun.add(`${numId}/${index}`)
    counted[index] = isFirst ? start : counted[index] === undefined ? level.start : counted[index] + 1
    counted.length = index + 1
    counts.set(abstract, counted)
    return [{ paragraph, numId, index, level, levels, number: counted[index], label: labelOf(level, levels, counted) }]
  })
}

const isHeading = (paragraph: Element) =>
  /^(?:heading|title|[1-9]$)/i.test(valOf(childNamed(paragraph, 'w:pPr'), 'w:pStyle') ?? '')

const isDot = ({ level }: Numbered) => level.format === 'bullet'
const isPlainLevel = ({ format, text }: Level) =>
  format === 'bullet' || (format === 'decimal' && /^%[1-9][.)]$/.test(text))
/** A level below 一、 or （一） is none of a plain list, whatever it looks like. */
const isPlain = ({ paragraph, levels, index }: Numbered) =>
  !isHeading(paragraph) && [...levels].every(([place, level]) => place > index || isPlainLevel(level))

const nextParagraph = (paragraph: Element): unknown => {
  let next = paragraph.nextSibling
  while (next && next.nodeName !== 'w:p' && next.nodeName !== 'w:tbl') next = next.nextSibling
  return next
}

/** Runs of list paragraphs, of which those stay lists that a list of Markdown counts the same way. */
function listParagraphs(all: readonly Numbered[]): Set<Numbered> {
  const kept = new Set<Numbered>()
  for (let start = 0; start < all.length; ) {
    let end = start
    while (
      end < all.length &&
      isPlain(all[end]) &&
      (end === start || nextParagraph(all[end - 1].paragraph) === all[end].paragraph)
    )
      end += 1
    const run = all.slice(start, end)
    if (run.length > 0 && (isDot(run[0]) || run[0].number === 1)) for (const one of run) kept.add(one)
    start = Math.max(end, start + 1)
  }
  return kept
}

function writeLabel(document: Document, { paragraph, label }: Numbered) {
  const run = document.createElement('w:r')
  const text = document.createElement('w:t')
  text.setAttribute('xml:space', 'preserve')
  text.appendChild(document.createTextNode(label))
  run.appendChild(text)
  const properties = childNamed(paragraph, 'w:pPr')
  paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild)
  const own = childNamed(properties, 'w:numPr')
  if (own) properties?.removeChild(own)
}

/** What a style said of a list is said of the paragraph itself, where mammoth looks. */
function keepList(document: Document, { paragraph, numId, index }: Numbered) {
  const properties = childNamed(paragraph, 'w:pPr')
  if (!properties || childNamed(properties, 'w:numPr')) return
  const number = document.createElement('w:numPr')
  for (const [name, value] of [
    ['w:ilvl', String(index)],
    ['w:numId', numId],
  ]) {
    const element = document.createElement(name)
    element.setAttribute('w:val', value)
    number.appendChild(element)
  }
  properties.appendChild(number)
}

/** Changes the document given. The links from levels to styles have done their work, and would count a second time. */
export function writeNumbers(
  document: Document,
  numbers: Document | null,
  numbering: Numbering,
  styles: Document | null,
) {
  const all = countAll(document, numbering, numbersOfStyles(styles, numbering))
  const lists = listParagraphs(all)
  for (const numbered of all) {
    if (lists.has(numbered)) keepList(document, numbered)
    else if (!isDot(numbered)) writeLabel(document, numbered)
  }
  for (const link of numbers ? [...numbers.getElementsByTagName('w:pStyle')] : []) link.parentNode?.removeChild(link)
}
