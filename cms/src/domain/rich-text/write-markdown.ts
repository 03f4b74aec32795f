/** The editor's text → Markdown, always spelt the same way. */
import type { BlockContent, FootnoteDefinition, ListItem, PhrasingContent, RootContent } from 'mdast'
import { arrangeFootnotes } from './footnotes'
import { isPending } from './media-type'
import { childrenOf, plainTextOf, type RichNode } from './nodes'
import { writeTree } from './processor'
import { trimmed, writeInline } from './write-inline'
import { writeTable } from './write-table'

/** Only a list may follow an item's words without a blank line. */
const isTight = ([, second, third]: readonly BlockContent[]) => !third && (!second || second.type === 'list')

function writeItem(item: RichNode): ListItem[] {
  const children = writeBlocks(childrenOf(item)) as BlockContent[]
  const spread = !isTight(children)
  if (item.type === 'listItem') return [{ type: 'listItem', spread, checked: null, children }]
  // a box is only one with words behind it
  if (children[0]?.type !== 'paragraph') return children.length > 0 ? [{ type: 'listItem', spread, children }] : []
  return [{ type: 'listItem', spread, checked: item.attrs?.checked === true, children }]
}

function writeList(list: RichNode): RootContent[] {
  const children = childrenOf(list).flatMap(writeItem)
  if (children.length === 0) return []
  const ordered = list.type === 'orderedList'
  const start = ordered ? Number(list.attrs?.start ?? 1) : null
  return [{ type: 'list', ordered, start, spread: children.some(({ spread }) => spread), children }]
}

/** `[^1]:` at the head of a paragraph would be the note itself. */
function noDefinition(children: PhrasingContent[]): PhrasingContent[] {
  const [first, second, ...rest] = children
  if (first?.type !== 'footnoteReference' || second?.type !== 'text' || !second.value.startsWith(':')) return children
  return [first, { type: 'html', value: '\\:' }, { ...second, value: second.value.slice(1) }, ...rest]
}

function writeBlock(block: RichNode): RootContent[] {
  switch (block.type) {
    case 'paragraph': {
      const children = noDefinition(writeInline(trimmed(childrenOf(block))))
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading': {
      const content = trimmed(childrenOf(block)).map((node) =>
        node.type === 'hardBreak' ? { type: 'text', text: ' ' } : node,
      )
      const children = writeInline(content)
      return children.length > 0 ? [{ type: 'heading', depth: (block.attrs?.level ?? 2) as 2 | 3 | 4, children }] : []
    }
    case 'blockquote': {
      const children = writeBlocks(childrenOf(block)) as BlockContent[]
      return children.length > 0 ? [{ type: 'blockquote', children }] : []
    }
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return writeList(block)
    case 'codeBlock':
      return [{ type: 'code', lang: (block.attrs?.language ?? null) as string | null, value: plainTextOf(block) }]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'table':
      return writeTable(block)
    case 'figure': {
      const { src, alt, title } = block.attrs as Record<string, string>
      if (isPending(src)) return []
      return [{ type: 'paragraph', children: [{ type: 'image', url: src, alt, title: title || null }] }]
    }
    case 'footnotes':
      return childrenOf(block).map(writeNote)
    default:
      return []
  }
}

function writeNote(note: RichNode): FootnoteDefinition {
  const label = String(note.attrs?.label)
  return {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children: writeBlocks(childrenOf(note)) as BlockContent[],
  }
}

const writeBlocks = (blocks: readonly RichNode[]): RootContent[] => blocks.flatMap(writeBlock)

export function writeMarkdown(doc: RichNode): string {
  return writeTree({ type: 'root', children: writeBlocks(arrangeFootnotes(childrenOf(doc))) }).trimEnd()
}
