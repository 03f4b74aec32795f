/** What people call a document: for lists in which every kind stands beside the others. */
import type { Kind } from './kinds'

const NAMED_BY = ['title', 'name', 'text', 'siteName'] as const
const MAX_TITLE = 80
const SINGLE: Partial<Record<Kind, string>> = { contact: '联系我们', 'site-setting': '网站设置' }

export function titleOf(kind: Kind, fields: Record<string, unknown> | null): string | null {
  const single = SINGLE[kind]
  if (single) return single
  const name = NAMED_BY.map((field) => fields?.[field]).find((value) => typeof value === 'string' && value !== '')
  return name === undefined ? null : Array.from(String(name).replaceAll(/\s+/g, ' ')).slice(0, MAX_TITLE).join('')
}
