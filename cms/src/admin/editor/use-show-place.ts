/** Selects the place in the text that a check names: it knows the place in the Markdown, the editor knows its own. */
import type { Node } from '@tiptap/pm/model'
import type { Editor } from '@tiptap/react'
import { useEffect } from 'react'
import { SHOW_PLACE, type ShowPlaceDetail } from '../checks/show-place'

/** one character for what is no text, as one position in the document */
const LEAF = '\ufffc'

function placesOf(doc: Node, quote: string): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = []
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    const text = node.textBetween(0, node.content.size, undefined, LEAF)
    for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + quote.length)) {
      const from = position + 1 + at
      found.push({ from, to: from + quote.length })
    }
    return false
  })
  return found
}

const countBefore = (markdown: string, quote: string, end: number) => markdown.slice(0, end).split(quote).length - 1

/** @param markdown the value of the field, which the place was found in */
export function useShowPlace(editor: Editor, field: string, markdown: string) {
  useEffect(() => {
    const show = (event: Event) => {
      const { detail } = event as CustomEvent<ShowPlaceDetail>
      if (detail.field !== field) return
      event.preventDefault()
      const places = detail.quote === '' ? [] : placesOf(editor.state.doc, detail.quote)
      const place = places[countBefore(markdown, detail.quote, detail.start)] ?? places.at(-1)
      editor.view.dom.scrollIntoView({ block: 'nearest' })
      if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run()
      else editor.commands.focus()
    }
    window.addEventListener(SHOW_PLACE, show)
    return () => window.removeEventListener(SHOW_PLACE, show)
  }, [editor, field, markdown])
}
