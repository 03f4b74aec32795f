import { type Editor, useEditorState } from '@tiptap/react'
import { isRemote } from '../../../domain/rich-text/media-type'

function remotePictures(editor: Editor): string[] {
  const found = new Set<string>()
  editor.state.doc.descendants(({ attrs }) => {
    if (typeof attrs.src === 'string' && isRemote(attrs.src)) found.add(attrs.src)
  })
  return [...found]
}

/** What the buttons show of the place where the cursor is. */
export const useEditorFacts = (editor: Editor) =>
  useEditorState({
    editor,
    selector: () => {
      const level = [2, 3, 4].find((one) => editor.isActive('heading', { level: one }))
      return {
        style: level ? String(level) : 'paragraph',
        isInTable: editor.isActive('table'),
        canUndo: editor.can().undo(),
        canRedo: editor.can().redo(),
        active: Object.fromEntries(
          [
            'bold',
            'italic',
            'underline',
            'strike',
            'subscript',
            'superscript',
            'code',
            'link',
            'bulletList',
            'orderedList',
            'taskList',
            'blockquote',
          ].map((name) => [name, editor.isActive(name)]),
        ) as Record<string, boolean>,
      }
    },
  })

export const useRemotePictures = (editor: Editor): string[] =>
  useEditorState({ editor, selector: () => remotePictures(editor) })
