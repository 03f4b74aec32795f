/** Footnotes stand at the end in the order in which the text refers to them, and are numbered so. */
import { childrenOf, type RichNode } from './nodes'

export function referencedLabels(nodes: readonly RichNode[], definitions: ReadonlyMap<string, RichNode>): string[] {
  const labels: string[] = []
  const visit = (node: RichNode) => {
    const label = String(node.attrs?.label)
    if (node.type === 'footnoteRef') {
      if (!definitions.has(label) || labels.includes(label)) return
      labels.push(label)
    }
    childrenOf(node).forEach(visit)
  }
  nodes.filter(({ type }) => type !== 'footnotes').forEach(visit)
  // a note may refer to another one
  for (let index = 0; index < labels.length; index += 1) {
    const definition = definitions.get(labels[index])
    if (definition) visit(definition)
  }
  return labels
}

function relabelled(node: RichNode, numbers: ReadonlyMap<string, string>): RichNode[] {
  const label = String(node.attrs?.label)
  if (node.type === 'footnoteRef') {
    const number = numbers.get(label)
    return number ? [{ ...node, attrs: { label: number } }] : []
  }
  const { content } = node
  return [content ? { ...node, content: content.flatMap((child) => relabelled(child, numbers)) } : node]
}

/** References without a note go; notes without a reference stay, last: nothing that was written is lost. */
export function arrangeFootnotes(blocks: readonly RichNode[]): RichNode[] {
  const definitions = new Map<string, RichNode>()
  for (const note of blocks.filter(({ type }) => type === 'footnotes').flatMap(childrenOf)) {
    const label = String(note.attrs?.label)
    if (!definitions.has(label)) definitions.set(label, note)
  }
  const referenced = referencedLabels(blocks, definitions)
  const ordered = [...referenced, ...[...definitions.keys()].filter((label) => !referenced.includes(label))]
  const numbers = new Map(ordered.map((label, index) => [label, String(index + 1)]))
  const body = blocks.filter(({ type }) => type !== 'footnotes').flatMap((block) => relabelled(block, numbers))
  if (ordered.length === 0) return body
  const notes = ordered.flatMap((label) => {
    const note = definitions.get(label)
    if (!note) return []
    const content = childrenOf(note).flatMap((child) => relabelled(child, numbers))
    return [{ type: 'footnote', attrs: { label: numbers.get(label) }, content }]
  })
  return [...body, { type: 'footnotes', content: notes }]
}
