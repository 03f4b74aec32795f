/** What a text may hold: the dialect, and nothing beside it. */
import { Node } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { StarterKit } from '@tiptap/starter-kit'
import { editor as texts } from '../../texts/editor'
import { OwnDrops } from '../paste/own-drops'
import { Figure, InlineImage } from './figure'
import { Footnote, FootnoteRef, Footnotes } from './footnotes'
import { PlainCode, PostLink, Subscript, Superscript } from './marks'
import { tables } from './tables'

const Document = Node.create({ name: 'doc', topNode: true, content: 'block+ footnotes?' })

export const extensions = [
  Document,
  StarterKit.configure({
    document: false,
    heading: { levels: [2, 3, 4] },
    code: false,
    link: false,
    trailingNode: { notAfter: ['paragraph', 'footnotes'] },
  }),
  PlainCode,
  PostLink,
  Subscript,
  Superscript,
  TaskList,
  TaskItem.configure({ nested: true, a11y: { checkboxLabel: (item) => texts.task(item.textContent) } }),
  ...tables,
  Figure,
  InlineImage,
  FootnoteRef,
  Footnotes,
  Footnote,
  OwnDrops,
]
