/** The editor itself: Markdown comes in, Markdown goes out, and only after somebody has changed something. */
import { useNotification, useStrapiApp } from '@strapi/strapi/admin'
import { EditorContent } from '@tiptap/react'
import { type ComponentType, useState } from 'react'
import { editor as texts } from '../texts/editor'
import { LinkDialog } from './links/link-dialog'
import { handleDrop, handlePaste } from './paste/paste'
import { StatusBar } from './status-bar'
import { Frame } from './styles'
import { TableTools } from './toolbar/table-tools'
import { Toolbar } from './toolbar/toolbar'
import { insertAssets } from './uploads/insert-files'
import { RemotePictures } from './uploads/remote-pictures'
import type { Asset } from './uploads/send-file'
import { useUploads } from './uploads/use-uploads'
import { useMarkdownEditor } from './use-markdown-editor'
import { useShowPlace } from './use-show-place'

type Props = {
  /** of the field in the form */
  name: string
  label: string
  value: string
  isDisabled: boolean
  hasError: boolean
  /** set as an official letter is */
  isLetter: boolean
  onChange: (markdown: string) => void
}

/** Strapi's own dialog; its types are not exported. */
type LibraryDialog = ComponentType<{ onClose: () => void; onSelectAssets: (assets: Asset[]) => void }>

export function RichEditor({ name, label, value, isDisabled, hasError, isLetter, onChange }: Props) {
  const { toggleNotification } = useNotification()
  const [dialog, setDialog] = useState<'link' | 'library' | null>(null)
  const [isFull, setFull] = useState(false)
  const close = () => setDialog(null)
  const onLost = (pictures: number) =>
    toggleNotification({ type: 'warning', message: texts.paste.lost(pictures), timeout: 10_000 })
  const editor = useMarkdownEditor({
    ...{ label, value, isDisabled, hasError, isLetter, onChange },
    onLink: () => setDialog('link'),
    handlePaste: (editor, view, event) => handlePaste(editor, view, event, onLost),
    handleDrop,
  })
  useShowPlace(editor, name, value)
  const uploads = useUploads(editor)
  const Library = useStrapiApp('RichEditor', (app) => app.components)['media-library'] as unknown as LibraryDialog

  return (
    <Frame
      className={[isFull ? 'full' : '', hasError ? 'error' : '', isDisabled ? 'disabled' : ''].join(' ')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isFull || dialog) return
        event.stopPropagation()
        setFull(false)
      }}
    >
      {!isDisabled && (
        <div className="head">
          <Toolbar
            editor={editor}
            isFull={isFull}
            onFull={() => setFull(!isFull)}
            onLink={() => setDialog('link')}
            onLibrary={() => setDialog('library')}
          />
          <TableTools editor={editor} />
          <RemotePictures editor={editor} />
        </div>
      )}
      <EditorContent editor={editor} className="page" />
      <StatusBar editor={editor} uploads={uploads} isDisabled={isDisabled} />
      {dialog === 'link' && <LinkDialog editor={editor} onClose={close} />}
      {dialog === 'library' && Library && (
        <Library
          onClose={close}
          onSelectAssets={(assets) => {
            insertAssets(editor, assets)
            close()
          }}
        />
      )}
    </Frame>
  )
}
