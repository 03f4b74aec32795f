import type { Editor } from '@tiptap/core'

export const linkAt = (editor: Editor): string => String(editor.getAttributes('link').href ?? '')

/** Over what is chosen; where nothing is, the title is written. */
export function putLink(editor: Editor, href: string, title: string) {
  const chain = editor.chain().focus()
  if (editor.isActive('link')) chain.extendMarkRange('link').setMark('link', { href, title: null }).run()
  else if (editor.state.selection.empty)
    chain
      .insertContent([{ type: 'text', text: title, marks: [{ type: 'link', attrs: { href } }] }])
      .unsetMark('link')
      .run()
  else chain.setMark('link', { href, title: null }).run()
}

export const removeLink = (editor: Editor) => editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
