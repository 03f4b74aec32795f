/** Links that lead nowhere. None of them stops a publication: a page with a dead link is better than no page. */
import { type Finding, type FindingCode, placeIn } from './finding'
import type { Known, Subject } from './subject'

const EXTERNAL = /^https?:\/\/[^/\s]/i
const EMPTY = /^(?:#|https?:\/\/|about:blank|javascript:.*)?$/i

export const isExternal = (url: string): boolean => EXTERNAL.test(url)

/** Every address that the document leads to, each once. */
export function addressesIn({ texts, addresses }: Subject): string[] {
  const inTexts = texts.flatMap(({ links, pictures }) => [...links, ...pictures].map(({ url }) => url))
  return [...new Set([...inTexts, ...addresses.map(({ url }) => url)])]
}

function faultOf(url: string, { targets, links }: Known): [code: FindingCode, message: string] | null {
  if (EMPTY.test(url.trim())) return ['LINK_EMPTY', '这个链接没有地址。请补上地址，或取消链接。']
  const target = targets.get(url)
  if (target === 'missing') return ['LINK_TARGET_MISSING', '这个链接指向的内容不存在或已删除。请换一个，或取消链接。']
  if (target === 'draft') {
    return ['LINK_TARGET_UNPUBLISHED', '这个链接指向的内容还没有发布（或已下线），发布之前读者看到的只是文字。']
  }
  if (links.get(url) === 'dead') return ['LINK_DEAD', `这个外部链接已经打不开：${url}。请换一个地址，或取消链接。`]
  return null
}

export function checkLinks({ texts, addresses }: Subject, known: Known): Finding[] {
  const severity = 'warn'
  const suggestion = null
  return [
    ...texts.flatMap(({ field, source, links }) =>
      links.flatMap(({ url, start, end }): Finding[] => {
        const fault = faultOf(url, known)
        if (!fault) return []
        const [code, message] = fault
        return [{ code, severity, field, place: placeIn(source, start, end), message, suggestion }]
      }),
    ),
    ...addresses.flatMap(({ field, url }): Finding[] => {
      const fault = faultOf(url, known)
      if (!fault) return []
      const [code, message] = fault
      return [{ code, severity, field, place: placeIn(url, 0, url.length), message, suggestion }]
    }),
  ]
}
