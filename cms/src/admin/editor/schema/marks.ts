import { Mark } from '@tiptap/core'
import { Code } from '@tiptap/extension-code'
import { Link } from '@tiptap/extension-link'

const height = (name: string, tag: string, style: string, shortcut: string) =>
  Mark.create({
    name,
    excludes: name === 'subscript' ? 'superscript' : 'subscript',
    parseHTML: () => [{ tag }, { style: `vertical-align=${style}` }],
    renderHTML: () => [tag, 0],
    addKeyboardShortcuts() {
      return { [shortcut]: () => this.editor.commands.toggleMark(name) }
    },
  })

export const Subscript = height('subscript', 'sub', 'sub', 'Mod-,')
export const Superscript = height('superscript', 'sup', 'super', 'Mod-.')

/** Code may be bold, too: Markdown can say so, and what was written so stays so. */
export const PlainCode = Code.extend({ excludes: '' })

const ALLOWED = /^(?:https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i

export const PostLink = Link.extend({
  addAttributes() {
    return { ...this.parent?.(), title: { default: null } }
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  defaultProtocol: 'https',
  isAllowedUri: (address) => ALLOWED.test(address ?? ''),
  HTMLAttributes: { target: null, rel: null },
})
