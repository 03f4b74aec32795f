/** Titles that do not fit into a list, and titles that stand there already. */
import { type Finding, placeIn } from './finding'
import { normaliseTitle } from './fold'
import type { Known, Subject } from './subject'

/** in the width of Chinese characters; letters and digits take half */
export const LONGEST_TITLE = 40
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…]/

export function widthOf(title: string): number {
  return Array.from(title).reduce(
    (width, character) => width + (WIDE.test(character) || character.length > 1 ? 1 : 0.5),
    0,
  )
}

const titleOf = ({ texts }: Subject) => texts.find(({ field }) => field === 'title')

export function checkTitleLength(subject: Subject): Finding[] {
  const title = titleOf(subject)
  // the name of a law is what it is
  if (!title || subject.kind === 'policy' || widthOf(title.source) <= LONGEST_TITLE) return []
  const { field, source } = title
  const message = `标题有 ${Math.ceil(widthOf(source))} 个字宽，超过 ${LONGEST_TITLE} 个字，列表里会显示不全。请缩短，次要内容可以放到副题或摘要。`
  return [
    {
      code: 'TITLE_LONG',
      severity: 'warn',
      field,
      place: placeIn(source, 0, source.length),
      message,
      suggestion: null,
    },
  ]
}

export function checkSameTitle(subject: Subject, { sameTitle }: Known): Finding[] {
  const title = titleOf(subject)
  const own = normaliseTitle(title?.source ?? '')
  if (!title || own === '') return []
  const other = sameTitle.find((found) => normaliseTitle(found.title) === own)
  if (!other) return []
  const { field, source } = title
  const message = `同一栏目里已有标题相同的稿件《${other.title}》。请确认没有重复发稿，或改一个能区分的标题。`
  return [
    {
      code: 'TITLE_TWICE',
      severity: 'warn',
      field,
      place: placeIn(source, 0, source.length),
      message,
      suggestion: null,
    },
  ]
}
