/**
 * Strapi's lists are sorted with react-dnd, which claims every drop on the page before it arrives: ProseMirror then takes it
 * for somebody else's. It is handed on as an event that nobody above can claim again.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

function handOn(view: EditorView, event: DragEvent) {
  if (!event.bubbles || !event.defaultPrevented) return
  const { clientX, clientY, ctrlKey, altKey, metaKey, shiftKey, dataTransfer } = event
  const keys = { ctrlKey, altKey, metaKey, shiftKey }
  const again = new DragEvent('drop', { clientX, clientY, ...keys, dataTransfer, bubbles: false, cancelable: false })
  view.dom.dispatchEvent(again)
}

export const OwnDrops = Extension.create({
  name: 'ownDrops',
  addProseMirrorPlugins: () => [
    new Plugin({
      view: (view) => {
        const listener = (event: DragEvent) => handOn(view, event)
        // on the way down: what is claimed by now, is not claimed by ProseMirror
        view.dom.addEventListener('drop', listener, true)
        return { destroy: () => view.dom.removeEventListener('drop', listener, true) }
      },
    }),
  ],
})
