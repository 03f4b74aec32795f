/** Keeps the numbers of the notes: in the order of their signs. A note whose last sign is deleted goes with it. */
import { Fragment, type Node } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'

type Found = { node: Node; pos: number }

function find(doc: Node, type: string): Found[] {
  const found: Found[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === type) found.push({ node, pos })
  })
  return found
}

const labelOf = ({ node }: Found) => String(node.attrs.label)
const labelsOf = (found: Found[]) => [...new Set(found.map(labelOf))]

function arranged(tr: Transaction, before: Node): Transaction | null {
  const notes = find(tr.doc, 'footnote')
  if (notes.length === 0) return null
  const labels = labelsOf(find(tr.doc, 'footnoteRef'))
  const had = labelsOf(find(before, 'footnoteRef'))
  const isGone = (note: Found) => had.includes(labelOf(note)) && !labels.includes(labelOf(note))
  const kept = notes.filter((note) => !isGone(note))
  const place = (note: Found) => {
    const index = labels.indexOf(labelOf(note))
    return index === -1 ? labels.length : index
  }
  const ordered = [...kept].sort((one, other) => place(one) - place(other))
  const numbers = new Map(ordered.map((note, index) => [labelOf(note), String(index + 1)]))
  const isSame = ordered.length === notes.length && ordered.every((note, index) => note === notes[index])
  const isNumbered = ordered.every((note) => numbers.get(labelOf(note)) === labelOf(note))
  if (isSame && isNumbered) return null
  for (const reference of find(tr.doc, 'footnoteRef')) {
    const label = numbers.get(labelOf(reference))
    if (label) tr.setNodeAttribute(reference.pos, 'label', label)
  }
  if (isSame) for (const note of notes) tr.setNodeAttribute(note.pos, 'label', numbers.get(labelOf(note)))
  else {
    const [section] = find(tr.doc, 'footnotes')
    const content = ordered.map(({ node }) =>
      node.type.create({ label: numbers.get(String(node.attrs.label)) }, node.content),
    )
    const end = section.pos + section.node.nodeSize
    if (content.length === 0) tr.delete(section.pos, end)
    else tr.replaceWith(section.pos, end, section.node.copy(Fragment.from(content)))
  }
  return tr
}

export const numberFootnotes = () =>
  new Plugin({
    appendTransaction: (transactions, before, after) =>
      transactions.some(({ docChanged }) => docChanged) ? arranged(after.tr, before.doc) : null,
  })
