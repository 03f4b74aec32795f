/** What comes from the clipboard or is dropped: files are uploaded, HTML of other programs is cleaned. */
import type { Editor } from '@tiptap/core'
import { Fragment, Slice } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { readHtml } from '../../../domain/rich-text/html/read-html'
import { childrenOf, type RichNode } from '../../../domain/rich-text/nodes'
import { insertFiles } from '../uploads/insert-files'
import { uploadsOf } from '../uploads/uploads'
import { fileOfDataAddress } from './data-address'

const isOwn = (html: string) => html.includes('data-pm-slice')

/** Pictures that came as text are uploaded like any other file. */
function withUploads(nodes: readonly RichNode[], editor: Editor): RichNode[] {
  return nodes.flatMap((node): RichNode[] => {
    const src = String(node.attrs?.src ?? '')
    if (src.startsWith('data:')) {
      const file = fileOfDataAddress(src)
      return file ? [{ ...node, attrs: { ...node.attrs, src: uploadsOf(editor).start(file) } }] : []
    }
    return [node.content ? { ...node, content: withUploads(childrenOf(node), editor) } : node]
  })
}

/** Notes that are pasted get names of their own: the text has notes with these numbers already. */
function renamed(nodes: readonly RichNode[], prefix: string): RichNode[] {
  return nodes.map((node) => {
    const attrs =
      node.attrs?.label === undefined ? node.attrs : { ...node.attrs, label: `${prefix}${node.attrs.label}` }
    return { ...node, ...(attrs && { attrs }), ...(node.content && { content: renamed(node.content, prefix) }) }
  })
}

export function pasteNodes(view: EditorView, nodes: readonly RichNode[]) {
  const { schema } = view.state
  const unique = renamed(nodes, `p${Date.now()}-`)
  const blocks = unique.filter(({ type }) => type !== 'footnotes').map((node) => schema.nodeFromJSON(node))
  const notes = unique.filter(({ type }) => type === 'footnotes').map((node) => schema.nodeFromJSON(node))
  const fragment = Fragment.fromArray(blocks)
  // words of a single paragraph flow into the one that stands there
  const isLine = blocks.length === 1 && blocks[0].type === schema.nodes.paragraph
  const slice = isLine ? new Slice(fragment, 1, 1) : Slice.maxOpen(fragment)
  const tr = view.state.tr.replaceSelection(slice)
  for (const section of notes) {
    const last = tr.doc.lastChild
    if (last?.type === schema.nodes.footnotes) tr.insert(tr.doc.content.size - 1, section.content)
    else tr.insert(tr.doc.content.size, section)
  }
  view.dispatch(tr.scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
}

const LOCAL_PICTURE = /<img\b[^>]*\bsrc\s*=\s*["']?file:/gi

export type Lost = (pictures: number) => void

export function pasteHtml(editor: Editor, view: EditorView, html: string, onLost: Lost): boolean {
  if (isOwn(html)) return false
  const nodes = withUploads(readHtml(html, true), editor)
  const lost = html.match(LOCAL_PICTURE)?.length ?? 0
  if (lost > 0) onLost(lost)
  if (nodes.length === 0) return lost > 0
  pasteNodes(view, nodes)
  return true
}

/** A browser offers a picture of its own beside the HTML of Word or Excel: the HTML says more. */
export function handlePaste(editor: Editor, view: EditorView, event: ClipboardEvent, onLost: Lost): boolean {
  const data = event.clipboardData
  if (!data || view.state.selection.$from.parent.type.spec.code) return false
  const html = data.getData('text/html')
  const files = [...data.files]
  const isPictureAlone =
    files.length > 0 &&
    (html === '' || /^\s*(?:<meta[^>]*>)?\s*<img[^>]*>\s*$/i.test(html.replace(/<!--.*?-->|<\/?(?:html|body)>/gs, '')))
  if (isPictureAlone) {
    insertFiles(editor, files)
    return true
  }
  return html === '' ? false : pasteHtml(editor, view, html, onLost)
}

export function handleDrop(editor: Editor, view: EditorView, event: DragEvent): boolean {
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length === 0) return false
  event.preventDefault()
  const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
  insertFiles(editor, files, at)
  return true
}
