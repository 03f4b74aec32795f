/**
 * 发文字号: the issuing organ's short name, the year in six-corner brackets, a number without leading zeros and 号
 * (党政机关公文格式 GB/T 9704-2012, 7.2.5).
 */
import { type Finding, placeIn } from './finding'
import { halfWidth } from './fold'
import type { CheckedText, Subject } from './subject'
import { sourceSpan } from './visible'

const FIRST_YEAR = 1949

/** Six-corner and square brackets are hardly ever anything else; round ones only with 号 after the number. */
const NUMBER =
  /(?<=[\u4e00-\u9fff]{2})\s*(?:([〔【[［])\s*(\d{2}|\d{4})\s*([〕】\]］])|([(])\s*(\d{2}|\d{4})\s*([)])(?=\s*第?\s*\d+\s*号))\s*(第?)\s*(\d{1,5})\s*(号?)/g
/** what else the name of a document of the state may be */
const OTHER_FORM = /令|公告|第\s*[\d〇零一二三四五六七八九十百千]+\s*号/
const WHOLE = /^[\u4e00-\u9fff]{2,}〔\d{4}〕[1-9]\d*号$/

type Fault = { start: number; end: number; right: string | null; reasons: string[] }

function yearOf(text: string, latest: number): number | null {
  const year = text.length === 2 ? Number(text) + (Number(text) + 2000 > latest ? 1900 : 2000) : Number(text)
  return year >= FIRST_YEAR && year <= latest ? year : null
}

function faultOf(match: RegExpMatchArray, latest: number): Fault | null {
  const found = match[0].trimStart()
  const start = (match.index ?? 0) + match[0].length - found.length
  const [, squareOpen, squareYear, squareClose, , roundYear, , ordinal, number, unit] = match
  const yearText = squareYear ?? roundYear
  const year = yearOf(yearText, latest)
  const reasons = [
    ...(squareOpen === '〔' && squareClose === '〕' ? [] : ['年份要用六角括号〔〕']),
    ...(yearText.length === 4 ? [] : ['年份要写四位']),
    ...(year === null ? [`年份 ${yearText} 不合理`] : []),
    ...(ordinal ? ['不写“第”'] : []),
    ...(/^0/.test(number) ? ['序号前面不加 0'] : []),
    ...(unit ? [] : ['末尾缺“号”']),
    ...(/\s/.test(found.trimEnd()) ? ['中间不留空格'] : []),
  ]
  if (reasons.length === 0) return null
  const right = year === null || Number(number) === 0 ? null : `〔${year}〕${Number(number)}号`
  return { start, end: start + found.trimEnd().length, right, reasons }
}

/** Brackets stay as they are written; digits are read in either width. */
function readable(text: string): string {
  return halfWidth(text.replaceAll('［', '[').replaceAll('］', ']'))
}

function checkInText(text: CheckedText, latest: number): Finding[] {
  const { field, source, visible } = text
  const read = readable(visible.text)
  return [...read.matchAll(NUMBER)].flatMap((match): Finding[] => {
    // 公告[2026]3月 is a date
    if (!match[9] && /^\s*[年月日天个人名篇章条项次期]/.test(read.slice(match.index + match[0].length))) return []
    const fault = faultOf(match, latest)
    if (!fault) return []
    const place = placeIn(source, ...sourceSpan(visible, fault.start, fault.end))
    const message = `发文字号格式不规范：${fault.reasons.join('，')}。规范写法如“陕交院党〔2026〕12号”。`
    return [{ code: 'DOCUMENT_NUMBER', severity: 'warn', field, place, message, suggestion: fault.right }]
  })
}

function checkWhole({ field, source }: CheckedText): Finding[] {
  const value = source.trim()
  if (value === '' || WHOLE.test(value) || OTHER_FORM.test(value)) return []
  const message = '发文字号格式不规范：应由机关代字、〔年份〕和“序号+号”组成，如“陕交院党〔2026〕12号”。'
  const place = placeIn(source, 0, source.length)
  return [{ code: 'DOCUMENT_NUMBER', severity: 'warn', field, place, message, suggestion: null }]
}

export function checkDocumentNumbers({ texts }: Subject, today: Date): Finding[] {
  const latest = today.getUTCFullYear() + 1
  return texts.flatMap((text) => {
    const found = checkInText(text, latest)
    return found.length === 0 && text.field === 'documentNumber' ? checkWhole(text) : found
  })
}
