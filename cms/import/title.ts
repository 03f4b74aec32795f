/** Titles: how they are cleaned, compared, shortened, and when a line without a mark can be one. */

export const MAX_TITLE_LENGTH = 150

const COUNTRY = '中华人民共和国'
const LEGAL_ENDING =
  /(?:法|法典|宪法|条例|规定|办法|决定|决议|规则|细则|通则|总则|准则|规范|规程|章程|通知|意见|公告|解释|批复|答复|方案|纲要|制度|标准|要点|公约|修正案|批准书|命令|指导)(?:[（(][^（）()]{1,20}[）)])?$/
const SENTENCE = /[。；;！？!?，,：:]/

/** `中华人民共和国教育法` → `教育法` */
export const shortTitleOf = (title: string) =>
  title.startsWith(COUNTRY) && title.length > COUNTRY.length + 1 ? title.slice(COUNTRY.length) : title

export const cleanTitle = (raw: string) =>
  raw
    .replace(/\*\*|__/g, '')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>])/g, '$1')
    .replace(/<br\s*\/?>/gi, '')
    .replace(/[\s\u3000]+/g, ' ')
    // a break inside a Chinese title is one of the source's layout, but for the one behind a number
    .replace(/(?<=[\u3400-\u9fff）》])(?<!^第[^第\s]{1,6}[编章节篇]) (?=[\u3400-\u9fff（《])/g, '')
    .trim()

/** What stays of a title when layout does not matter: no spaces, one kind of brackets. */
export const bareTitle = (title: string) =>
  title
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[<〈《]/g, '〈')
    .replace(/[>〉》]/g, '〉')

/** A bare title without 中华人民共和国, which some write and some do not. */
export const comparableTitle = (title: string) => bareTitle(title).replaceAll(COUNTRY, '')

const REVISION_BRACKETS =
  /\((?:根据)?\d{4}年?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:第.次)?(?:修正|修订|修改)?(?:本|版|文本)?\)$/
const AMENDMENT = /修正案(?:\(.*\))?$/

/**
 * Texts with the same key are versions of one law. An amendment (宪法修正案, 刑法修正案（十一）) is a law of its own: it
 * keeps the year or number that tells it from the next one.
 */
export function versionKeyOf(title: string): string {
  const comparable = comparableTitle(title)
  return AMENDMENT.test(comparable) ? comparable : comparable.replace(REVISION_BRACKETS, '')
}

/** A first line without a mark counts as title only where something else says so: the file name or a legal ending. */
export function looksLikeTitle(line: string, nameTitle: string): boolean {
  if (
    line.length > 2 * MAX_TITLE_LENGTH ||
    SENTENCE.test(line) ||
    /^第[一二三四五六七八九十百零〇\d]+[条章编节]/.test(line)
  ) {
    return false
  }
  const comparable = comparableTitle(line)
  return comparable !== '' && (comparable === comparableTitle(nameTitle) || LEGAL_ENDING.test(line))
}

export const shortenTitle = (title: string) =>
  title.length <= MAX_TITLE_LENGTH ? title : `${title.slice(0, MAX_TITLE_LENGTH - 1).trimEnd()}…`
