/** Sets an official letter as the portal does, by the portal's own rule: whom it addresses, who signs, on which day. */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { setAsLetter } from '../../../../../site/src/presentation/letter'

/** Kinds whose text the portal's views set so. */
const LETTERS = new Set(['api::article.article', 'api::speech.speech'])

export const isSetAsLetter = (uid: string, field: string) => field === 'body' && LETTERS.has(uid)

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character])

/** @param blocks words of plain paragraphs; null for whatever else stands there @returns the class of each block, or null */
export function letterClasses(blocks: readonly (string | null)[]): (string | null)[] {
  const html = blocks.map((words) => (words === null ? '<hr>' : `<p>${escaped(words)}</p>`)).join('\n')
  return [...setAsLetter(html).matchAll(/<(?:hr|p(?: class="([^"]*)")?)>/g)].map(([, name]) => name ?? null)
}

/** as a paragraph is written */
const trimmed = (text: string) => text.replace(/^[ \t\n]+|[ \t\n]+$/g, '')

const isPlain = (block: Node) =>
  block.type.name === 'paragraph' && block.children.every((child) => child.isText && child.marks.length === 0)

function decorate(doc: Node): DecorationSet {
  const blocks: { node: Node; at: number }[] = []
  doc.forEach((node, at) => {
    // what is empty is not written
    if (node.type.name !== 'paragraph' || node.content.size > 0) blocks.push({ node, at })
  })
  const classes = letterClasses(blocks.map(({ node }) => (isPlain(node) ? trimmed(node.textContent) : null)))
  const decorations = blocks.flatMap(({ node, at }, index) => {
    const name = classes[index]
    return name ? [Decoration.node(at, at + node.nodeSize, { class: name })] : []
  })
  return DecorationSet.create(doc, decorations)
}

const key = new PluginKey<DecorationSet>('letter')

export const Letter = Extension.create({
  name: 'letter',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, { doc }) => decorate(doc),
        apply: (transaction, before) => (transaction.docChanged ? decorate(transaction.doc) : before),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})
