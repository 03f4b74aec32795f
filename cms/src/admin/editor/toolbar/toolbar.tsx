/** All that can be done with a text. The arrow keys walk along it, Escape leads back into the text. */
import {
  Bold,
  BulletList,
  Code,
  Collapse,
  Expand,
  GridNine,
  Images,
  Italic,
  Link,
  Minus,
  NumberList,
  Quotes,
  StrikeThrough,
  Underline,
  Upload,
} from '@strapi/icons'
import type { Editor } from '@tiptap/core'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { editor as texts } from '../../texts/editor'
import { insertFootnote } from '../schema/insert-footnote'
import { insertFiles } from '../uploads/insert-files'
import { ToolbarButton } from './button'
import { StyleSelect } from './style-select'
import { useEditorFacts } from './use-editor-facts'

type Props = {
  editor: Editor
  isFull: boolean
  onFull: () => void
  onLink: () => void
  onLibrary: () => void
}

type Tool = [name: string, label: string, icon: ReactNode, run: (editor: Editor) => void]

const marks: Tool[] = [
  ['bold', texts.bold, <Bold key="b" />, (editor) => editor.chain().focus().toggleBold().run()],
  ['italic', texts.italic, <Italic key="i" />, (editor) => editor.chain().focus().toggleItalic().run()],
  ['underline', texts.underline, <Underline key="u" />, (editor) => editor.chain().focus().toggleUnderline().run()],
  ['strike', texts.strike, <StrikeThrough key="s" />, (editor) => editor.chain().focus().toggleStrike().run()],
  ['superscript', texts.superscript, 'x²', (editor) => editor.chain().focus().toggleMark('superscript').run()],
  ['subscript', texts.subscript, 'x₂', (editor) => editor.chain().focus().toggleMark('subscript').run()],
  ['code', texts.code, <Code key="c" />, (editor) => editor.chain().focus().toggleCode().run()],
]

const blocks: Tool[] = [
  ['bulletList', texts.bulletList, <BulletList key="b" />, (editor) => editor.chain().focus().toggleBulletList().run()],
  [
    'orderedList',
    texts.orderedList,
    <NumberList key="o" />,
    (editor) => editor.chain().focus().toggleOrderedList().run(),
  ],
  ['taskList', texts.taskList, '☑', (editor) => editor.chain().focus().toggleTaskList().run()],
  ['blockquote', texts.blockquote, <Quotes key="q" />, (editor) => editor.chain().focus().toggleBlockquote().run()],
]

const insertTable = (editor: Editor) =>
  editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()

function walk(event: KeyboardEvent<HTMLDivElement>, editor: Editor) {
  if (event.key === 'Escape') {
    event.stopPropagation()
    editor.commands.focus()
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step || event.target instanceof HTMLSelectElement) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled), select')]
  const index = buttons.indexOf(document.activeElement as HTMLElement)
  buttons.at((index + step) % buttons.length)?.focus()
  event.preventDefault()
}

export function Toolbar({ editor, isFull, onFull, onLink, onLibrary }: Props) {
  const { style, active, canUndo, canRedo } = useEditorFacts(editor)
  const chooser = useRef<HTMLInputElement>(null)
  const toggle = ([name, label, icon, run]: Tool) => (
    <ToolbarButton key={name} label={label} isActive={active[name]} onPress={() => run(editor)}>
      {icon}
    </ToolbarButton>
  )
  return (
    <div
      className="tools"
      role="toolbar"
      tabIndex={-1}
      aria-label={texts.toolbar}
      onKeyDown={(event) => walk(event, editor)}
    >
      <StyleSelect editor={editor} style={style} />
      <span className="group">{marks.map(toggle)}</span>
      <span className="group">
        {blocks.map(toggle)}
        <ToolbarButton label={texts.table} onPress={() => insertTable(editor)}>
          <GridNine />
        </ToolbarButton>
        <ToolbarButton label={texts.footnote} onPress={() => insertFootnote(editor)}>
          注
        </ToolbarButton>
        <ToolbarButton label={texts.rule} onPress={() => editor.chain().focus().setHorizontalRule().run()}>
          <Minus />
        </ToolbarButton>
      </span>
      <span className="group">
        <ToolbarButton label={texts.link} isActive={active.link} onPress={onLink}>
          <Link />
        </ToolbarButton>
        <ToolbarButton label={texts.upload} onPress={() => chooser.current?.click()}>
          <Upload />
        </ToolbarButton>
        <ToolbarButton label={texts.library} onPress={onLibrary}>
          <Images />
        </ToolbarButton>
      </span>
      <span className="group">
        <ToolbarButton label={texts.undo} isDisabled={!canUndo} onPress={() => editor.chain().focus().undo().run()}>
          <span aria-hidden="true">↶</span>
        </ToolbarButton>
        <ToolbarButton label={texts.redo} isDisabled={!canRedo} onPress={() => editor.chain().focus().redo().run()}>
          <span aria-hidden="true">↷</span>
        </ToolbarButton>
        <ToolbarButton label={texts.clear} onPress={() => editor.chain().focus().unsetAllMarks().clearNodes().run()}>
          清
        </ToolbarButton>
        <ToolbarButton label={isFull ? texts.leaveFull : texts.full} isActive={isFull} onPress={onFull}>
          {isFull ? <Collapse /> : <Expand />}
        </ToolbarButton>
      </span>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        onChange={({ currentTarget }) => {
          insertFiles(editor, [...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
