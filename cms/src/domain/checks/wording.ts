/** The wording list (错敏词): wrong terms, found in one walk over the text, the longest first. */
import { type Finding, placeIn, type Severity } from './finding'
import { folded, foldText } from './fold'
import type { Subject } from './subject'
import { sourceSpan } from './visible'

export type WordingEntry = {
  wrong: string
  right: string | null
  severity: Severity
  /** longer terms that are correct and contain the wrong one */
  exceptions: readonly string[]
  note: string | null
}

type Node = { next: Map<string, Node>; entry: WordingEntry | null; isShield: boolean }
export type Wording = { root: Node; size: number }

type Hit = { start: number; end: number; entry: WordingEntry }
type Span = { start: number; end: number }

const createNode = (): Node => ({ next: new Map(), entry: null, isShield: false })

function nodeFor(root: Node, term: string): Node | null {
  const key = foldText(term.trim())
  if (key === '') return null
  let node = root
  for (let index = 0; index < key.length; index += 1) {
    const next = node.next.get(key[index]) ?? createNode()
    node.next.set(key[index], next)
    node = next
  }
  return node
}

export function compileWording(entries: readonly WordingEntry[]): Wording {
  const root = createNode()
  for (const entry of entries) {
    const node = nodeFor(root, entry.wrong)
    if (!node) continue
    node.entry = entry
    // where the right term contains the wrong one, it is no mistake
    for (const correct of [...entry.exceptions, entry.right ?? '']) {
      if (!foldText(correct).includes(foldText(entry.wrong))) continue
      const shield = nodeFor(root, correct)
      if (shield) shield.isShield = true
    }
  }
  return { root, size: entries.length }
}

/** The longest wrong term and the longest correct one that begin here. */
function walk(root: Node, text: string, start: number): { hit: Hit | null; shield: Span | null } {
  let node: Node | undefined = root
  let hit: Hit | null = null
  let shield: Span | null = null
  for (let index = start; index < text.length; index += 1) {
    node = node.next.get(text[index])
    if (!node) break
    if (node.entry && !node.isShield) hit = { start, end: index + 1, entry: node.entry }
    if (node.isShield) shield = { start, end: index + 1 }
  }
  return { hit, shield }
}

function hitsIn({ root }: Wording, text: string): Hit[] {
  const hits: Hit[] = []
  const shields: Span[] = []
  for (let start = 0; start < text.length; start += 1) {
    if (!root.next.has(text[start])) continue
    const { hit, shield } = walk(root, text, start)
    if (shield) shields.push(shield)
    if (hit) hits.push(hit)
  }
  const isShielded = ({ start, end }: Hit) => shields.some((shield) => shield.start <= start && end <= shield.end)
  const kept: Hit[] = []
  for (const hit of hits.filter((found) => shields.length === 0 || !isShielded(found))) {
    if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit)
  }
  return kept
}

function say({ wrong, right, note }: WordingEntry): string {
  const advice = right ? `应为“${right}”。` : '请改用别的说法。'
  return `“${wrong}”${advice}${note ? `（${note}）` : ''}`
}

export function checkWording({ texts }: Subject, wording: Wording): Finding[] {
  if (wording.size === 0) return []
  return texts.flatMap(({ field, source, visible }) => {
    const read = folded(visible)
    return hitsIn(wording, read.text).map(({ start, end, entry }): Finding => {
      const place = placeIn(source, ...sourceSpan(read, start, end))
      return { code: 'WORDING', severity: entry.severity, field, place, message: say(entry), suggestion: entry.right }
    })
  })
}
