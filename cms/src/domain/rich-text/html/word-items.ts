/** Items that stand one after the other become lists within lists. */
import { childrenOf, paragraph, type RichNode } from '../nodes'

export type Item = { list: 'bulletList' | 'orderedList'; start?: number; level: number; content: RichNode[] }
export type Piece = { block: RichNode } | { item: Item }

/** A list item begins with a paragraph. */
export const listItem = (content: readonly RichNode[]): RichNode => ({
  type: 'listItem',
  content: content[0]?.type === 'paragraph' ? [...content] : [paragraph(), ...content],
})

function listsOf(items: readonly Item[]): RichNode[] {
  const lists: RichNode[] = []
  for (let index = 0; index < items.length; ) {
    const item = items[index]
    let end = index + 1
    while (end < items.length && items[end].level > item.level) end += 1
    const content = listItem([...item.content, ...listsOf(items.slice(index + 1, end))])
    const last = lists.at(-1)
    if (last?.type === item.list) lists[lists.length - 1] = { ...last, content: [...childrenOf(last), content] }
    else
      lists.push({
        type: item.list,
        ...(item.list === 'orderedList' && { attrs: { start: item.start ?? 1 } }),
        content: [content],
      })
    index = end
  }
  return lists
}

export function joinItems(pieces: readonly Piece[]): RichNode[] {
  const blocks: RichNode[] = []
  let items: Item[] = []
  const flush = () => {
    blocks.push(...listsOf(items))
    items = []
  }
  for (const piece of pieces) {
    if ('item' in piece) items.push(piece.item)
    else {
      flush()
      blocks.push(piece.block)
    }
  }
  flush()
  return blocks
}
