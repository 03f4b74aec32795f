/** Keeps editor and form in step. What the form gave is never given back in another spelling, unless somebody typed. */
import type { EditorView } from '@tiptap/pm/view'
import { type Editor, useEditor } from '@tiptap/react'
import { useEffect, useRef } from 'react'
import { childrenOf, paragraph, type RichNode } from '../../domain/rich-text/nodes'
import { readMarkdown } from '../../domain/rich-text/read-markdown'
import { writeMarkdown } from '../../domain/rich-text/write-markdown'
import { Letter } from './portal/letter'
import { extensions } from './schema/extensions'

const PAUSE_MS = 300

type Options = {
  label: string
  value: string
  isDisabled: boolean
  hasError: boolean
  isLetter: boolean
  onChange: (markdown: string) => void
  onLink: () => void
  handlePaste: (editor: Editor, view: EditorView, event: ClipboardEvent) => boolean
  handleDrop: (editor: Editor, view: EditorView, event: DragEvent) => boolean
}

/** The editor puts an empty line below a figure or a table: given with it, that is nothing to undo. */
function contentOf(markdown: string): RichNode {
  const doc = readMarkdown(markdown)
  const blocks = childrenOf(doc)
  const end = blocks.at(-1)?.type === 'footnotes' ? blocks.length - 1 : blocks.length
  return blocks[end - 1]?.type === 'paragraph' ? doc : { ...doc, content: blocks.toSpliced(end, 0, paragraph()) }
}

const written = (editor: Editor) => writeMarkdown(editor.getJSON() as RichNode)

function focusToolbar(view: EditorView) {
  view.dom.closest('.editor-frame')?.querySelector<HTMLElement>('[role=toolbar] select, [role=toolbar] button')?.focus()
}

export function useMarkdownEditor(options: Options): Editor {
  const latest = useRef(options)
  latest.current = options
  /** the value that the form has, and how the editor would spell it */
  const known = useRef({ value: '', spelt: '' })
  const timer = useRef<ReturnType<typeof setTimeout>>()

  function flush(editor: Editor) {
    clearTimeout(timer.current)
    const spelt = written(editor)
    if (spelt === known.current.spelt) return
    known.current = { value: spelt, spelt }
    latest.current.onChange(spelt)
  }

  const attributes = () => ({
    class: 'prose',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': latest.current.label,
    'aria-invalid': String(latest.current.hasError),
    'aria-readonly': String(latest.current.isDisabled),
    spellcheck: 'false',
  })

  const editor: Editor = useEditor({
    extensions: options.isLetter ? [...extensions, Letter] : extensions,
    content: contentOf(options.value),
    editable: !options.isDisabled,
    shouldRerenderOnTransaction: false,
    onCreate: ({ editor: created }) => {
      known.current = { value: latest.current.value, spelt: written(created) }
    },
    onUpdate: ({ editor: changed }) => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => flush(changed), PAUSE_MS)
    },
    editorProps: {
      attributes,
      handlePaste: (view, event) => latest.current.handlePaste(editor, view, event),
      handleDrop: (view, event, _slice, isMoved) => !isMoved && latest.current.handleDrop(editor, view, event),
      // of the fields of a figure, too: Save is a press of a button, and what it does not find in the form is lost
      handleDOMEvents: {
        focusout: () => {
          flush(editor)
          return false
        },
      },
      handleKeyDown: (view, event) => {
        if (event.altKey && event.key === 'F10') {
          focusToolbar(view)
          return true
        }
        if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
          event.preventDefault()
          latest.current.onLink()
          return true
        }
        return false
      },
    },
  })

  const { value, isDisabled, hasError, label } = options
  // the view reads its attributes anew when told so
  useEffect(() => {
    editor.setEditable(!isDisabled, false)
    editor.setOptions()
  }, [editor, isDisabled, hasError, label])

  // somebody else set the value: a version brought back, a draft discarded, a text kept on this device
  useEffect(() => {
    if (value === known.current.value) return
    clearTimeout(timer.current)
    editor.commands.setContent(contentOf(value), { emitUpdate: false })
    known.current = { value, spelt: written(editor) }
  }, [editor, value])

  useEffect(() => () => clearTimeout(timer.current), [])
  return editor
}
