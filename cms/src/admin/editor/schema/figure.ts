/** A picture, a film or a sound that stands alone, with its caption; and a small picture within a line. */
import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { FigureView } from './figure-view'

const attributes = () => ({ src: { default: '' }, alt: { default: '' }, title: { default: '' } })

export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () =>
    Object.fromEntries(
      Object.entries(attributes()).map(([name, { default: empty }]) => [
        name,
        { default: empty, parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? empty },
      ]),
    ),
  parseHTML: () => [{ tag: 'figure[data-src]' }],
  renderHTML: ({ node }) => {
    const { src, alt, title } = node.attrs as Record<string, string>
    return ['figure', { 'data-src': src, 'data-alt': alt, 'data-title': title }, ['img', { src, alt }]]
  },
  addNodeView: () => ReactNodeViewRenderer(FigureView),
})

export const InlineImage = Node.create({
  name: 'inlineImage',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: attributes,
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})
