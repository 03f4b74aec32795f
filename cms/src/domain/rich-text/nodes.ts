/** A text as the editor holds it: plain data in the shape of ProseMirror's JSON, read from and written to Markdown. */
export type Mark = { type: MarkName; attrs?: Record<string, unknown> }
export type RichNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichNode[]
  text?: string
  marks?: Mark[]
}

/** From the outside in, where nothing else decides which encloses which. */
export const markNames = ['link', 'bold', 'italic', 'strike', 'underline', 'subscript', 'superscript', 'code'] as const
export type MarkName = (typeof markNames)[number]

export const textNode = (text: string, marks: readonly Mark[] = []): RichNode =>
  marks.length > 0 ? { type: 'text', text, marks: [...marks] } : { type: 'text', text }

export const paragraph = (content: RichNode[] = []): RichNode =>
  content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }

export const childrenOf = (node: RichNode): RichNode[] => node.content ?? []

const sameMark = (one: Mark, other: Mark) =>
  one.type === other.type && JSON.stringify(one.attrs ?? {}) === JSON.stringify(other.attrs ?? {})

export const hasMark = (node: RichNode, mark: Mark) => (node.marks ?? []).some((held) => sameMark(held, mark))

/** Neighbours with the same marks become one, as ProseMirror keeps them; empty ones go. */
export function mergeTexts(nodes: RichNode[]): RichNode[] {
  const merged: RichNode[] = []
  for (const node of nodes) {
    if (node.type === 'text' && !node.text) continue
    const last = merged.at(-1)
    const isSame =
      last?.type === 'text' &&
      node.type === 'text' &&
      last.marks?.length === node.marks?.length &&
      (node.marks ?? []).every((mark) => hasMark(last, mark))
    if (last && isSame) merged[merged.length - 1] = { ...last, text: `${last.text}${node.text}` }
    else merged.push(node)
  }
  return merged
}

export const inlineTypes = new Set(['text', 'hardBreak', 'inlineImage', 'footnoteRef'])

export const plainTextOf = (node: RichNode): string =>
  node.type === 'text'
    ? (node.text ?? '')
    : node.type === 'hardBreak'
      ? '\n'
      : childrenOf(node).map(plainTextOf).join('')
