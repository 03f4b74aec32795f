/** What a CAS server says of a ticket (CAS protocol 3.0, appendix A), read as XML, by namespace. */
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom'

const CAS = 'http://www.yale.edu/tp/cas'
const SUCCESS = 'authenticationSuccess'

const children = (parent: Element, name: string): Element[] =>
  Array.from(parent.childNodes).filter(
    (node): node is Element => node.namespaceURI === CAS && (node as Element).localName === name,
  )

const textOf = (element: Element | undefined) => element?.textContent?.trim() || null

/** @param attribute its name, or null for the user's own name @returns null for a refusal, and for what is no answer */
export function readCasAnswer(xml: string, attribute: string | null): string | null {
  let root: Element | null
  try {
    root = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement
  } catch {
    return null
  }
  if (root?.namespaceURI !== CAS || root.localName !== 'serviceResponse') return null
  const [success, ...more] = children(root, SUCCESS)
  if (!success || more.length > 0) return null
  if (attribute === null) return textOf(children(success, 'user')[0])
  const values = children(success, 'attributes').flatMap((attributes) => children(attributes, attribute))
  // several numbers of one person: nobody can say which is meant
  return values.length === 1 ? textOf(values[0]) : null
}
