/** Files and entries of the media library, as they stand in a text. */
import type { Editor, JSONContent } from '@tiptap/core'
import type { Asset } from './send-file'
import { uploadsOf } from './uploads'

const figure = (src: string, alt = '', title = ''): JSONContent => ({ type: 'figure', attrs: { src, alt, title } })

const attachment = (href: string, name: string): JSONContent => ({
  type: 'text',
  text: name,
  marks: [{ type: 'link', attrs: { href } }],
})

const isShown = (mime: string) => /^(?:image|video|audio)\//.test(mime)

/** What can be shown stands alone; anything else is a link within the line. */
export function insertAssets(editor: Editor, assets: (Asset & { mime?: string })[], at?: number) {
  const content = assets.map(({ url, name, mime = '', alternativeText, caption }) =>
    isShown(mime) ? figure(url, alternativeText ?? '', caption ?? '') : attachment(url, name),
  )
  if (content.length === 0) return
  editor
    .chain()
    .focus()
    .insertContentAt(at ?? editor.state.selection.to, content)
    .run()
}

export function insertFiles(editor: Editor, files: readonly File[], at?: number) {
  const uploads = uploadsOf(editor)
  const content = files.map((file) => {
    const address = uploads.start(file)
    return isShown(file.type) ? figure(address) : attachment(address, file.name)
  })
  if (content.length > 0)
    editor
      .chain()
      .focus()
      .insertContentAt(at ?? editor.state.selection.to, content)
      .run()
}

/** Puts the address in the media library in the place of the one in memory, wherever it stands by now. */
export function replaceAddress(editor: Editor, address: string, { url }: Asset) {
  const { state, view } = editor
  const tr = state.tr.setMeta('addToHistory', false)
  state.doc.descendants((node, pos) => {
    if (node.attrs.src === address) tr.setNodeAttribute(pos, 'src', url)
    const link = node.marks.find(({ type, attrs }) => type.name === 'link' && attrs.href === address)
    if (link) {
      tr.removeMark(pos, pos + node.nodeSize, link)
      tr.addMark(pos, pos + node.nodeSize, link.type.create({ ...link.attrs, href: url }))
    }
  })
  if (tr.docChanged) view.dispatch(tr)
}
