import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'

/** Puts a sign where the cursor is, and the cursor into its new note. */
export function insertFootnote(editor: Editor) {
  const { state, view } = editor
  const { footnoteRef, footnotes, footnote, paragraph } = state.schema.nodes
  const { from, to, $from } = state.selection
  // not within a note, nor where no words stand
  if (!$from.parent.inlineContent || $from.parent.type.spec.code || $from.node(1)?.type === footnotes) return
  const label = `new-${Date.now()}`
  const tr = state.tr.replaceRangeWith(to, to, footnoteRef.create({ label }))
  const note = footnote.create({ label }, paragraph.create())
  const last = tr.doc.lastChild
  if (last?.type === footnotes) tr.insert(tr.doc.content.size - 1, note)
  else tr.insert(tr.doc.content.size, footnotes.create(null, note))
  view.dispatch(tr)
  const number = view.state.doc.nodeAt(to)?.attrs.label ?? view.state.doc.nodeAt(from)?.attrs.label
  view.state.doc.descendants((node, pos) => {
    if (node.type === footnote && node.attrs.label === number) {
      const selection = TextSelection.near(view.state.doc.resolve(pos + 1))
      view.dispatch(view.state.tr.setSelection(selection).scrollIntoView())
    }
  })
  view.focus()
}
