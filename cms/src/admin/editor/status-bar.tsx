import { type Editor, useEditorState } from '@tiptap/react'
import { countWords } from '../../domain/rich-text/count-words'
import { editor as texts } from '../texts/editor'
import { type Uploads, useRunningCount } from './uploads/uploads'

const textOf = (editor: Editor) => editor.state.doc.textBetween(0, editor.state.doc.content.size, ' ', ' ')

export function StatusBar({ editor, uploads, isDisabled }: { editor: Editor; uploads: Uploads; isDisabled: boolean }) {
  const words = useEditorState({ editor, selector: () => countWords(textOf(editor)) })
  const running = useRunningCount(uploads)
  return (
    <div className="status">
      <span>{texts.words(words)}</span>
      {running > 0 && <strong role="status">{texts.uploads.running(running)}</strong>}
      {!isDisabled && <span className="keys">{texts.keys}</span>}
    </div>
  )
}
