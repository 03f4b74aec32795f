/** What parse5 makes of HTML, and what of it we look at. */
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type Element = DefaultTreeAdapterTypes.Element

export const parseHtml = (html: string): HtmlNode[] => parseFragment(html).childNodes

export const isElement = (node: HtmlNode): node is Element => 'tagName' in node
export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'

export const attributeOf = ({ attrs }: Element, name: string): string =>
  attrs.find((one) => one.name === name)?.value ?? ''

/** `mso-list:l0 level1 lfo1` and the like stand among the ordinary properties. */
export function stylesOf(element: Element): ReadonlyMap<string, string> {
  const declarations = attributeOf(element, 'style').split(';')
  return new Map(
    declarations.flatMap((declaration) => {
      const colon = declaration.indexOf(':')
      if (colon === -1) return []
      return [
        [
          declaration.slice(0, colon).trim().toLowerCase(),
          declaration
            .slice(colon + 1)
            .trim()
            .toLowerCase(),
        ],
      ]
    }),
  )
}

const NEVER_READ = new Set(
  'script style head meta link title template noscript iframe object embed svg math input button select textarea xml o:p'.split(
    ' ',
  ),
)

export function isHidden(element: Element): boolean {
  if (NEVER_READ.has(element.tagName) || element.tagName.startsWith('v:')) return true
  const styles = stylesOf(element)
  return styles.get('display') === 'none' || styles.get('mso-hide') === 'all'
}

export const textOf = (node: HtmlNode): string =>
  isText(node) ? node.value : isElement(node) && !isHidden(node) ? node.childNodes.map(textOf).join('') : ''

export function* elementsIn(nodes: readonly HtmlNode[]): Generator<Element> {
  for (const node of nodes) {
    if (!isElement(node)) continue
    yield node
    yield* elementsIn(node.childNodes)
  }
}
