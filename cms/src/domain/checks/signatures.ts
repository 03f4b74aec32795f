/** Every post says where it comes from and who answers for it. */
import type { Finding, FindingCode } from './finding'
import type { Subject } from './subject'

const ASKED: readonly { field: string; code: FindingCode; message: string }[] = [
  { field: 'source', code: 'SOURCE_MISSING', message: '还没有填“来源”。每篇稿件都应写明来源单位。' },
  { field: 'responsibleEditor', code: 'EDITOR_MISSING', message: '还没有填“责任编辑”。每篇稿件都应写明责任编辑。' },
]

export function checkSignatures({ texts }: Subject): Finding[] {
  return ASKED.flatMap(({ field, code, message }): Finding[] => {
    const text = texts.find((found) => found.field === field)
    if (text?.source.trim() !== '') return []
    return [{ code, severity: 'warn', field, place: null, message, suggestion: null }]
  })
}
