/** A sign in the text, and the notes at its end. */
import { Node } from '@tiptap/core'
import { editor as texts } from '../../texts/editor'
import { numberFootnotes } from './number-footnotes'

export const FootnoteRef = Node.create({
  name: 'footnoteRef',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    label: { default: '', parseHTML: (element) => element.getAttribute('data-footnote') ?? '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'sup[data-footnote]', priority: 100 }],
  renderHTML: ({ node }) => [
    'sup',
    { 'data-footnote': node.attrs.label, class: 'footnote-ref' },
    // as the page has it, so that the portal's rules find it
    ['a', String(node.attrs.label)],
  ],
})

export const Footnotes = Node.create({
  name: 'footnotes',
  content: 'footnote+',
  isolating: true,
  selectable: false,
  parseHTML: () => [
    { tag: 'section.footnotes', contentElement: (section) => section.querySelector<HTMLElement>('ol') ?? section },
  ],
  renderHTML: () => [
    'section',
    { class: 'footnotes' },
    ['h2', { class: 'footnotes-title', contenteditable: 'false' }, texts.notes],
    ['ol', 0],
  ],
  addProseMirrorPlugins: () => [numberFootnotes()],
})

export const Footnote = Node.create({
  name: 'footnote',
  content: 'block+',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    label: { default: '', parseHTML: (element) => element.getAttribute('data-note') ?? '', rendered: false },
  }),
  parseHTML: () => [{ tag: 'li[data-note]', priority: 100 }],
  renderHTML: ({ node }) => ['li', { 'data-note': node.attrs.label }, 0],
})
