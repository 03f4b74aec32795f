/** Shown while the cursor is in a table. */
import type { Editor } from '@tiptap/core'
import { selectedRect } from '@tiptap/pm/tables'
import { editor as texts } from '../../texts/editor'
import { useEditorFacts } from './use-editor-facts'

/** Markdown aligns columns, not cells. */
function alignColumns(editor: Editor, align: string | null) {
  const { state, view } = editor
  const { map, left, right, tableStart } = selectedRect(state)
  const tr = state.tr
  for (const pos of map.cellsInRect({ left, right, top: 0, bottom: map.height }))
    tr.setNodeAttribute(tableStart + pos, 'align', align)
  view.dispatch(tr)
  view.focus()
}

const { label, ...words } = texts.tables

const tools: [string, (editor: Editor) => void][] = [
  [words.rowAbove, (editor) => editor.chain().focus().addRowBefore().run()],
  [words.rowBelow, (editor) => editor.chain().focus().addRowAfter().run()],
  [words.columnLeft, (editor) => editor.chain().focus().addColumnBefore().run()],
  [words.columnRight, (editor) => editor.chain().focus().addColumnAfter().run()],
  [words.deleteRow, (editor) => editor.chain().focus().deleteRow().run()],
  [words.deleteColumn, (editor) => editor.chain().focus().deleteColumn().run()],
  [words.merge, (editor) => editor.chain().focus().mergeCells().run()],
  [words.split, (editor) => editor.chain().focus().splitCell().run()],
  [words.head, (editor) => editor.chain().focus().toggleHeaderRow().run()],
  [words.left, (editor) => alignColumns(editor, null)],
  [words.center, (editor) => alignColumns(editor, 'center')],
  [words.right, (editor) => alignColumns(editor, 'right')],
  [words.remove, (editor) => editor.chain().focus().deleteTable().run()],
]

export function TableTools({ editor }: { editor: Editor }) {
  if (!useEditorFacts(editor).isInTable) return null
  return (
    <div className="tools tables" role="toolbar" aria-label={label}>
      {tools.map(([name, run]) => (
        <button key={name} type="button" onMouseDown={(event) => event.preventDefault()} onClick={() => run(editor)}>
          {name}
        </button>
      ))}
    </div>
  )
}
