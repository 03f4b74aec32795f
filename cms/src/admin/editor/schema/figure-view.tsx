/** A figure as readers see it; its words are typed where they will stand. */
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react'
import { type KeyboardEvent, type SyntheticEvent, useEffect } from 'react'
import { isPending, isRemote, mediaTypeOf } from '../../../domain/rich-text/media-type'
import { editor as texts } from '../../texts/editor'
import { uploadsOf, useUpload } from '../uploads/uploads'

type Attributes = { src: string; alt: string; title: string }

/** As the page says it of the file. */
function nameSize({ currentTarget: picture }: SyntheticEvent<HTMLImageElement>) {
  picture.width = picture.naturalWidth
  picture.height = picture.naturalHeight
}

function Shown({ src, alt }: Attributes) {
  const type = mediaTypeOf(src)
  if (isRemote(src)) {
    return (
      <div className="remote">
        {texts.figure.remote}
        <br />
        {src}
      </div>
    )
  }
  if (type === 'image') return <img src={src} alt={alt} onLoad={nameSize} />
  // biome-ignore lint/a11y/useMediaCaption: the writer's own file, as it was uploaded
  return type === 'video' ? <video src={src} controls preload="metadata" /> : <audio src={src} controls />
}

/** Enter would save the form, or break a caption. */
const keepInField = (event: KeyboardEvent) => {
  if (event.key === 'Enter') event.preventDefault()
}

export function FigureView({ node, selected, editor, updateAttributes, deleteNode }: ReactNodeViewProps) {
  const { src, alt, title } = node.attrs as Attributes
  const uploads = uploadsOf(editor)
  const upload = useUpload(uploads, src)
  const isPicture = mediaTypeOf(src) === 'image' || isPending(src)
  const isEditable = editor.isEditable
  useEffect(() => {
    // undone and done again: the upload has long ended
    if (upload?.state === 'done') queueMicrotask(() => updateAttributes({ src: upload.url }))
  }, [upload, updateAttributes])

  return (
    <NodeViewWrapper as="figure" className={selected ? 'selected' : undefined} data-drag-handle="">
      <Shown src={src} alt={alt} title={title} />
      {upload?.state === 'running' && (
        <p className="progress" role="status">
          {texts.figure.uploading(upload.percent)}
        </p>
      )}
      {upload?.state === 'failed' && (
        <p className="problem" role="alert">
          {texts.figure.failed}
          {upload.message}{' '}
          <button type="button" onClick={() => uploads.retry(src)}>
            {texts.figure.retry}
          </button>
        </p>
      )}
      <figcaption>
        <textarea
          rows={1}
          aria-label={texts.figure.caption}
          placeholder={isEditable ? texts.figure.captionHint : ''}
          value={title}
          disabled={!isEditable}
          onKeyDown={keepInField}
          onChange={(event) => updateAttributes({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
        />
      </figcaption>
      <div className="words">
        <label>
          {texts.figure.alt}
          <input
            placeholder={texts.figure.altHint}
            value={alt}
            disabled={!isEditable}
            onKeyDown={keepInField}
            onChange={(event) => updateAttributes({ alt: event.target.value })}
          />
        </label>
        {isEditable && (
          <button type="button" onClick={deleteNode}>
            {texts.figure.remove}
          </button>
        )}
      </div>
      {isPicture && alt.trim() === '' && <p className="problem">{texts.figure.altMissing}</p>}
    </NodeViewWrapper>
  )
}
