import type { Editor } from '@tiptap/core'
import { editor as texts } from '../../texts/editor'

const { label, paragraph, ...headings } = texts.styles

export function StyleSelect({ editor, style }: { editor: Editor; style: string }) {
  const choose = (chosen: string) => {
    const chain = editor.chain().focus()
    if (chosen === 'paragraph') chain.setParagraph().run()
    else chain.setHeading({ level: Number(chosen) as 2 | 3 | 4 }).run()
  }
  return (
    <select aria-label={label} value={style} onChange={(event) => choose(event.target.value)}>
      <option value="paragraph">{paragraph}</option>
      {Object.entries(headings).map(([level, name]) => (
        <option key={level} value={level}>
          {name}
        </option>
      ))}
    </select>
  )
}
