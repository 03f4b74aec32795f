/** The text as Markdown of our dialect, block by block. */

import { withoutContents } from './contents.ts'
import { type Decision, decision } from './decisions.ts'
import { escapeLineStart, type InlineNotes, toInline } from './inline.ts'
import { FIRST_LEVEL, type Heading, isSentence, levelsOf, PlainHeadings, readHeading } from './outline.ts'
import { headingOf } from './source-lines.ts'
import { startsGfmTable, toGfmTable, toHtmlTable } from './tables.ts'

type Block =
  | { kind: 'heading'; heading: Heading }
  | { kind: 'text' | 'list' | 'quote'; markdown: string; plain: string }

export type Body = {
  markdown: string
  /** paragraphs without marks, in order: what the rules about dates and repeals read */
  paragraphs: string[]
  decisions: Decision[]
}

type Counts = { recognised: number; demoted: number }

const LIST_ITEM = /^[-*+]\s+(?=\S)(?!\d+\s*-$)(.*)$/
const QUOTE = /^>\s?(.*)$/
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/
const FENCE = /^(?:`{3,}|~{3,})/
const TABLE_START = /^<table\b/i
const TABLE_END = /<\/table\s*>/i
const ARTICLE_LABEL = /^第[一二三四五六七八九十百千零〇○\d]+条(?:之[一二三四五六七八九十]+)?$/

class BlockReader {
  readonly blocks: Block[] = []
  readonly notes: InlineNotes = { tags: new Set(), images: 0, links: 0 }
  readonly counts: Counts = { recognised: 0, demoted: 0 }
  readonly #plainHeadings = new PlainHeadings()
  readonly #lines: readonly string[]
  /** a last line “附件：…（略）” heads nothing */
  readonly #lastText: number
  readonly #lastTableEnd: number
  #at = 0
  /** `### 第三条` above its text: the label waits for the paragraph */
  #label = ''

  constructor(lines: readonly string[]) {
    this.#lines = lines
    this.#lastText = lines.findLastIndex((line) => line !== '')
    this.#lastTableEnd = lines.findLastIndex((line) => TABLE_END.test(line))
  }

  read() {
    while (this.#at < this.#lines.length) this.#readBlock(this.#lines[this.#at] ?? '')
    if (this.#label !== '') this.#addText('text', '')
    return this
  }

  #readBlock(line: string) {
    const next = this.#lines[this.#at + 1] ?? ''
    if (TABLE_START.test(line) && this.#at <= this.#lastTableEnd) return this.#readHtmlTable()
    if (startsGfmTable(line, next)) return this.#readGfmTable()
    this.#at += 1
    if (line === '' || RULE.test(line) || FENCE.test(line)) return
    const marked = headingOf(line)
    if (marked) return this.#addMarkedHeading(marked.level, marked.text)
    const plain = this.#at <= this.#lastText ? this.#plainHeadings.recognise(line) : null
    if (plain) {
      this.counts.recognised += 1
      return this.#addHeading(plain)
    }
    const item = LIST_ITEM.exec(line)
    if (item) return this.#addText('list', item[1] ?? '')
    const quote = QUOTE.exec(line)
    return this.#addText(quote ? 'quote' : 'text', quote?.[1] ?? line)
  }

  #addMarkedHeading(level: number, text: string) {
    if (text === '') return
    if (!isSentence(text)) return this.#addHeading(readHeading(text, level))
    this.counts.demoted += 1
    if (ARTICLE_LABEL.test(text)) this.#label = text
    else this.#addText('text', text)
  }

  #addHeading(heading: Heading) {
    if (heading.text === '') return
    this.#plainHeadings.see(heading)
    this.blocks.push({ kind: 'heading', heading })
  }

  #addText(kind: 'text' | 'list' | 'quote', line: string) {
    const text = this.#label === '' ? line : `${this.#label} ${line}`.trim()
    this.#label = ''
    const inline = toInline(text, this.notes)
    if (inline === '') return
    const mark = { text: '', list: '- ', quote: '> ' }[kind]
    this.blocks.push({ kind, markdown: mark + escapeLineStart(inline), plain: text })
  }

  #readGfmTable() {
    const rows: string[] = []
    for (let row = this.#lines[this.#at]; row?.includes('|'); row = this.#lines[this.#at]) {
      rows.push(row)
      this.#at += 1
    }
    this.blocks.push({ kind: 'text', markdown: toGfmTable(rows, this.notes), plain: '' })
  }

  #readHtmlTable() {
    const start = this.#at
    while (!TABLE_END.test(this.#lines[this.#at] ?? '')) this.#at += 1
    this.#at += 1
    const source = this.#lines.slice(start, this.#at).join(' ')
    const [table = '', behind = ''] = source.split(/(?<=<\/table\s*>)/i)
    this.blocks.push({ kind: 'text', markdown: toHtmlTable(table, this.notes), plain: '' })
    if (behind.trim() !== '') this.#addText('text', behind)
  }
}

/** Items of one list and lines of one quote stand together, everything else apart. */
function joinBlocks(blocks: readonly Block[], levels: number[]): string {
  let heading = 0
  let result = ''
  let before: Block['kind'] | null = null
  for (const block of blocks) {
    const together = before === block.kind && (block.kind === 'list' || block.kind === 'quote')
    const gap = before === null ? '' : together ? (block.kind === 'quote' ? '\n>\n' : '\n') : '\n\n'
    result += gap
    if (block.kind === 'heading') {
      result += `${'#'.repeat(levels[heading] ?? FIRST_LEVEL)} ${toInline(block.heading.text, { tags: new Set(), images: 0, links: 0 })}`
      heading += 1
    } else {
      result += block.markdown
    }
    before = block.kind
  }
  return result === '' ? '' : `${result}\n`
}

export function readBody(lines: readonly string[]): Body {
  const cut = withoutContents(lines)
  const { blocks, notes, counts } = new BlockReader(cut ?? lines).read()
  const { levels, tooDeep } = levelsOf(blocks.flatMap((block) => (block.kind === 'heading' ? [block.heading] : [])))
  const decisions: Decision[] = []
  if (cut) decisions.push(decision('contents-left-out'))
  if (counts.recognised > 0) decisions.push(decision('headings-recognised', String(counts.recognised)))
  if (counts.demoted > 0) decisions.push(decision('headings-as-text', String(counts.demoted)))
  if (tooDeep) decisions.push(decision('headings-too-deep'))
  if (notes.tags.size > 0) decisions.push(decision('html-left-out', [...notes.tags].join('、')))
  if (notes.images > 0) decisions.push(decision('images-left-out', String(notes.images)))
  if (notes.links > 0) decisions.push(decision('links-left-out', String(notes.links)))
  const paragraphs = blocks.flatMap((block) => (block.kind === 'heading' || block.plain === '' ? [] : [block.plain]))
  const hasText = blocks.some((block) => block.kind !== 'heading')
  return { markdown: hasText ? joinBlocks(blocks, levels) : '', paragraphs, decisions }
}
