/** Markdown → the editor's text. Everything that readers would see is kept; how it was spelt is not. */
import type { Definition, FootnoteDefinition, ListItem, Paragraph, Root, RootContent, Table } from 'mdast'
import { arrangeFootnotes } from './footnotes'
import { readHtml } from './html/read-html'
import { childrenOf, paragraph, type RichNode } from './nodes'
import { parseTree } from './processor'
import { imageNode, type References, readInline } from './read-inline'

type Context = { references: References; notes: RichNode[] }

/** h1 is the title of the page; deeper than h4 nobody can tell apart. */
const levelOf = (depth: number) => Math.min(Math.max(depth, 2), 4)

function readParagraph({ children }: Paragraph, { references }: Context): RichNode[] {
  const [only] = children
  if (children.length === 1 && only.type === 'image') return [imageNode('figure', only.url, only.alt, only.title)]
  const content = readInline(children, references)
  return content.length > 0 ? [paragraph(content)] : []
}

function readItem(item: ListItem, isTask: boolean, context: Context): RichNode {
  const blocks = readBlocks(item.children, context)
  const content = blocks[0]?.type === 'paragraph' ? blocks : [paragraph(), ...blocks]
  return isTask
    ? { type: 'taskItem', attrs: { checked: item.checked === true }, content }
    : { type: 'listItem', content }
}

function readTable({ children, align }: Table, { references }: Context): RichNode {
  const columns = children[0]?.children.length ?? 0
  const rows = children.map((row, index) => ({
    type: 'tableRow',
    content: Array.from({ length: columns }, (_, column) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      attrs: { colspan: 1, rowspan: 1, align: align?.[column] ?? null },
      content: [paragraph(readInline(row.children[column]?.children ?? [], references))],
    })),
  }))
  return { type: 'table', content: rows }
}

function readBlock(node: RootContent, context: Context): RichNode[] {
  switch (node.type) {
    case 'paragraph':
      return readParagraph(node, context)
    case 'heading': {
      const content = readInline(node.children, context.references)
      return content.length > 0 ? [{ type: 'heading', attrs: { level: levelOf(node.depth) }, content }] : []
    }
    case 'blockquote': {
      const content = readBlocks(node.children, context)
      return content.length > 0 ? [{ type: 'blockquote', content }] : []
    }
    case 'list': {
      const isTask = !node.ordered && node.children.some(({ checked }) => typeof checked === 'boolean')
      const content = node.children.map((item) => readItem(item, isTask, context))
      if (node.ordered) return [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content }]
      return [{ type: isTask ? 'taskList' : 'bulletList', content }]
    }
    case 'code': {
      const content = node.value ? [{ type: 'text', text: node.value }] : []
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, content }]
    }
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }]
    case 'table':
      return [readTable(node, context)]
    case 'html':
      return readHtml(node.value)
    case 'footnoteDefinition':
      context.notes.push(readNote(node, context))
      return []
    default:
      return []
  }
}

function readNote({ identifier, children }: FootnoteDefinition, context: Context): RichNode {
  const content = readBlocks(children, context)
  return { type: 'footnote', attrs: { label: identifier }, content: content.length > 0 ? content : [paragraph()] }
}

const readBlocks = (nodes: readonly RootContent[], context: Context): RichNode[] =>
  nodes.flatMap((node) => readBlock(node, context))

function referencesIn(tree: Root): References {
  const found = new Map<string, Definition>()
  const visit = (node: RootContent) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  tree.children.forEach(visit)
  return found
}

/** @returns a `doc` with at least one block */
export function readMarkdown(markdown: string): RichNode {
  const tree = parseTree(markdown)
  const context: Context = { references: referencesIn(tree), notes: [] }
  const body = readBlocks(tree.children, context)
  const notes = context.notes.length > 0 ? [{ type: 'footnotes', content: context.notes }] : []
  const content = arrangeFootnotes([...body, ...notes])
  const isEmpty = content.length === 0 || content[0].type === 'footnotes'
  return { type: 'doc', content: isEmpty ? [paragraph(), ...content] : content }
}

export const isEmptyDoc = (doc: RichNode): boolean =>
  childrenOf(doc).every((block) => block.type === 'paragraph' && childrenOf(block).length === 0)
