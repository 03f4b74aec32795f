/** From the text of a Word file to a post: its title, and headings where nobody set any. */
import { childrenOf, plainTextOf, type RichNode } from '../rich-text/nodes'

const MAX_TITLE = 150
const LIKELY_TITLE = 60
const LONGEST_HEADING = 40
const SENTENCE_END = /[。；;：:，,！!]$/

const wordsOf = (block: RichNode) => plainTextOf(block).replace(/\s+/g, ' ').trim()

/** `h1` is read as a heading of the second level, so what came first is taken. */
export function takeTitle(blocks: readonly RichNode[]): { title: string | null; blocks: RichNode[] } {
  const index = blocks.findIndex((block) => wordsOf(block) !== '')
  const first = blocks[index]
  const words = first ? wordsOf(first) : ''
  const isTitle =
    first?.type === 'heading' ||
    (first?.type === 'paragraph' && words.length <= LIKELY_TITLE && !SENTENCE_END.test(words))
  if (!first || !isTitle) return { title: null, blocks: [...blocks] }
  return { title: words.slice(0, MAX_TITLE), blocks: blocks.filter((_, position) => position !== index) }
}

const LEVELS: [RegExp, number][] = [
  [/^(?:第[一二三四五六七八九十百]+[章节编]|[一二三四五六七八九十]+、)/, 2],
  [/^[（(][一二三四五六七八九十]+[)）]/, 3],
]

function levelOf(block: RichNode): number | null {
  if (block.type !== 'paragraph' || childrenOf(block).some(({ type }) => type !== 'text')) return null
  const words = wordsOf(block)
  if (words.length > LONGEST_HEADING || /[。；;：:，,]/.test(words)) return null
  return LEVELS.find(([pattern]) => pattern.test(words))?.[1] ?? null
}

const plain = (node: RichNode): RichNode => ({ type: 'text', text: node.text })

/** Short paragraphs that begin with 一、 or （一） and hold no sentence are headings, though they are none in Word. */
export const promoteHeadings = (blocks: readonly RichNode[]): RichNode[] =>
  blocks.map((block) => {
    const level = levelOf(block)
    if (level === null) return block
    const text = childrenOf(block)
      .map(plain)
      .map(({ text: part }) => part)
      .join('')
    return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] }
  })
