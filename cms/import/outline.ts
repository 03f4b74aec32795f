/** Headings: which lines are one, what their number says, and how deep they stand. */

/** From the outermost to the innermost; 编 holds 章, 章 holds 节. */
const RANKS = ['部分', '编', '分编', '章', '节', '目'] as const
type Unit = (typeof RANKS)[number]

export type HeadingLabel = { unit: Unit; rank: number; number: number }

export type Heading = {
  text: string
  /** how many # the source wrote; null for a line without any */
  sourceLevel: number | null
  label: HeadingLabel | null
}

export const FIRST_LEVEL = 2
export const LAST_LEVEL = 4

const LABEL = /^第\s*([一二三四五六七八九十百零〇○\d]+)\s*(部分|分编|编|篇|章|节|目)[\s\u3000:：]*(.*)$/
const OUTER =
  /^(?:序\s*言|前\s*言|引\s*言|导\s*言|总\s*纲|附\s*则|附\s*[录表件][一二三四五六七八九十\d]*(?:[\s:：].*)?)$/
const PLAIN_OUTER = /^(?:序言|附则|附[录表件][一二三四五六七八九十\d]*(?:[\s\u3000:：][^。；，]{1,40})?)$/
const MAX_PLAIN_LENGTH = 50
const SENTENCE = /[。；;！？]|，.*，/
const NUMERALS = '〇一二三四五六七八九'

export function numeralValue(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  let total = 0
  let digit = 0
  for (const character of text.replace(/[零○]/g, '〇')) {
    if (character === '百' || character === '十') {
      total += (digit || 1) * (character === '百' ? 100 : 10)
      digit = 0
    } else {
      digit = NUMERALS.indexOf(character)
    }
  }
  return total + digit
}

/** `总　则` is set wide in print; `第二章  车辆 和 驾驶人` keeps its words. */
function tidyName(name: string): string {
  const parts = name.split(/[\s\u3000]+/).filter((part) => part !== '')
  return parts.every((part) => part.length === 1) ? parts.join('') : parts.join(' ')
}

export function readHeading(raw: string, sourceLevel: number | null): Heading {
  const text = raw.replace(/\*\*|__/g, '').trim()
  const match = LABEL.exec(text)
  if (!match) return { text: tidyName(text), sourceLevel, label: null }
  const [, number = '', unit = '', name = ''] = match
  const known = (unit === '篇' ? '编' : unit) as Unit
  const label: HeadingLabel = { unit: known, rank: RANKS.indexOf(known), number: numeralValue(number) }
  return { text: `第${number}${unit} ${tidyName(name)}`.trim(), sourceLevel, label }
}

/** A heading that in truth is an article or a sentence. */
export const isSentence = (text: string) =>
  /^第[一二三四五六七八九十百千零〇○\d]+条/.test(text) ||
  (text.length > MAX_PLAIN_LENGTH && SENTENCE.test(text)) ||
  /。$/.test(text)

/**
 * Recognises headings that lack their mark. A number must continue the numbers before it, so that a chapter quoted by
 * an amendment (“增加一节，内容如下：第七节 监察委员会”) is left alone.
 */
export class PlainHeadings {
  #last = new Map<number, number>()

  see({ label }: Heading) {
    if (!label) return
    this.#last.set(label.rank, label.number)
    for (const rank of this.#last.keys()) if (rank > label.rank) this.#last.delete(rank)
  }

  recognise(line: string): Heading | null {
    if (line.length > MAX_PLAIN_LENGTH || SENTENCE.test(line) || /[，、：:]$/.test(line)) return null
    if (PLAIN_OUTER.test(line)) return readHeading(line, null)
    const match = LABEL.exec(line)
    if (!match || (match[3] !== '' && !/^第[^部章节编篇目]+(?:部分|分编|[编篇章节目])[\s\u3000]/.test(line)))
      return null
    const heading = readHeading(line, null)
    const { rank, number } = heading.label as HeadingLabel
    return number === (this.#last.get(rank) ?? 0) + 1 ? heading : null
  }
}

const isOuter = ({ text, label }: Heading) => label === null && OUTER.test(text)

/** Whether `open` ends where `next` begins. */
function endsAt(open: Heading, next: Heading): boolean {
  if (isOuter(next)) return true
  if (open.label && next.label) return open.label.rank >= next.label.rank
  if (isOuter(open)) return next.label !== null || (open.sourceLevel ?? 1) >= (next.sourceLevel ?? 1)
  return (open.sourceLevel ?? 1) >= (next.sourceLevel ?? 1)
}

/** h2 and deeper without gaps, whatever number of # the source used; numbered headings nest by their unit. */
export function levelsOf(headings: readonly Heading[]): { levels: number[]; tooDeep: boolean } {
  const open: Heading[] = []
  let tooDeep = false
  const levels = headings.map((heading) => {
    for (let last = open.at(-1); last && endsAt(last, heading); last = open.at(-1)) open.pop()
    open.push(heading)
    const level = FIRST_LEVEL + open.length - 1
    tooDeep ||= level > LAST_LEVEL
    return Math.min(level, LAST_LEVEL)
  })
  return { levels, tooDeep }
}
