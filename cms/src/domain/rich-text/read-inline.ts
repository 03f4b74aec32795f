/** The inside of a paragraph, from Markdown's tree. */
import type { PhrasingContent } from 'mdast'
import { joinLines, splitAddress } from './chinese'
import { type Mark, type MarkName, mergeTexts, type RichNode, textNode } from './nodes'

export type References = ReadonlyMap<string, { url: string; title?: string | null }>

const HTML_MARKS: Record<string, MarkName> = {
  u: 'underline',
  sub: 'subscript',
  sup: 'superscript',
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  s: 'strike',
  del: 'strike',
}
const HTML_TAG = /^<(\/?)([a-z]+)\s*\/?>$/i

const withMark = (marks: readonly Mark[], mark: Mark): Mark[] =>
  marks.some(({ type }) => type === mark.type) ? [...marks] : [...marks, mark]

const linkMark = (href: string, title?: string | null): Mark => ({
  type: 'link',
  attrs: { href, title: title ?? null },
})

const isBareAddress = (url: string, label: string) =>
  label === url || `http://${label}` === url || `mailto:${label}` === url

export function readInline(children: readonly PhrasingContent[], references: References, marks: readonly Mark[] = []) {
  const nodes: RichNode[] = []
  let open: Mark[] = []
  const add = (child: PhrasingContent) => {
    const held = open.reduce(withMark, [...marks])
    const inside = (within: readonly PhrasingContent[], mark: Mark) =>
      nodes.push(...readInline(within, references, withMark(held, mark)))
    const link = (within: readonly PhrasingContent[], url: string, title?: string | null) => {
      const only = within.length === 1 && within[0].type === 'text' ? within[0].value : null
      const [address, rest] = only !== null && isBareAddress(url, only) ? splitAddress(only) : ['', '']
      if (only === null || rest === '') return void inside(within, linkMark(url, title))
      const target = url.slice(0, url.length - (only.length - address.length))
      nodes.push(textNode(address, withMark(held, linkMark(target))), textNode(rest, held))
    }
    switch (child.type) {
      case 'text':
        return void nodes.push(textNode(joinLines(child.value), held))
      case 'strong':
        return void inside(child.children, { type: 'bold' })
      case 'emphasis':
        return void inside(child.children, { type: 'italic' })
      case 'delete':
        return void inside(child.children, { type: 'strike' })
      case 'inlineCode':
        return void nodes.push(textNode(child.value, withMark(held, { type: 'code' })))
      case 'break':
        return void nodes.push({ type: 'hardBreak' })
      case 'link':
        return link(child.children, child.url, child.title)
      case 'linkReference': {
        const target = references.get(child.identifier)
        return target
          ? link(child.children, target.url, target.title)
          : void nodes.push(...readInline(child.children, references, held))
      }
      case 'image':
        return void nodes.push(imageNode('inlineImage', child.url, child.alt, child.title))
      case 'imageReference': {
        const target = references.get(child.identifier)
        if (target) nodes.push(imageNode('inlineImage', target.url, child.alt, target.title))
        return
      }
      case 'footnoteReference':
        return void nodes.push({ type: 'footnoteRef', attrs: { label: child.identifier } })
      case 'html':
        return readTag(child.value)
      default:
        return child satisfies never
    }
  }
  const readTag = (html: string) => {
    const [, closes, tag] = HTML_TAG.exec(html) ?? []
    const name = tag?.toLowerCase()
    if (name === 'br') nodes.push({ type: 'hardBreak' })
    const type = name ? HTML_MARKS[name] : undefined
    if (!type) return
    if (!closes) open.push({ type })
    else open = open.filter((mark) => mark.type !== type)
  }
  children.forEach(add)
  return mergeTexts(nodes)
}

export const imageNode = (type: 'figure' | 'inlineImage', src: string, alt?: string | null, title?: string | null) => ({
  type,
  attrs: { src, alt: alt ?? '', title: title ?? '' },
})
