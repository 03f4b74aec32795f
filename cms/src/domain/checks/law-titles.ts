/** Titles of laws in 《》, held against the policies that the portal has. */
import { type Finding, placeIn } from './finding'
import { foldText } from './fold'
import type { Known, Subject } from './subject'
import { sourceSpan } from './visible'

const QUOTED = /《([^《》\ue000]{2,60}?)》/g
const IS_LAW = /(?:法|条例|规定|办法|准则|章程|细则|规则)(?:[（(][^）)]*[）)])?$/
const NO_LAW = /(?:书法|语法|方法|看法|想法|说法|做法|用法|写法|算法|手法|笔法|技法|魔法|疗法|兵法)$/
const PREFIX = /^(?:中华人民共和国|中国共产党|中共)/
const SUFFIX = /[（(](?:[^（）()]*(?:年|修订|修正|试行|草案)[^（）()]*|\d{4}[\d.-]*)[）)]$/
/** of a title's length, what may differ in a near miss */
const NEAR = 0.3
const MOST_EDITS = 2

export const shortTitle = (title: string): string =>
  foldText(title.trim()).replace(SUFFIX, '').replace(PREFIX, '').replaceAll(/\s/g, '')

/** Levenshtein's distance, given up beyond `most`. */
export function editsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const change = last[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1)
      row.push(Math.min(change, last[j] + 1, row[j - 1] + 1))
    }
    if (Math.min(...row) > most) return most + 1
    last = row
  }
  return last[other.length]
}

function nearest(short: string, known: ReadonlyMap<string, string>): string | null {
  const most = Math.min(MOST_EDITS, Math.floor(short.length * NEAR))
  let best: { title: string; edits: number } | null = null
  for (const [candidate, title] of known) {
    const edits = editsBetween(short, candidate, most)
    if (edits <= most && edits < (best?.edits ?? most + 1)) best = { title, edits }
  }
  return best?.title ?? null
}

/** Written as the author did: with the full name where the text has it, without where it has not. */
function inTheSameForm(quoted: string, title: string): string {
  const bare = title.trim().replace(SUFFIX, '')
  return PREFIX.test(quoted) ? bare : bare.replace(PREFIX, '')
}

export function checkLawTitles({ texts }: Subject, { policyTitles }: Known): Finding[] {
  const known = new Map(policyTitles.map((title) => [shortTitle(title), title]))
  // a portal without policies could only say of every title that it does not know it
  if (known.size === 0) return []
  const said = new Set<string>()
  return texts.flatMap(({ field, source, visible }) =>
    [...visible.text.matchAll(QUOTED)].flatMap((match): Finding[] => {
      const quoted = match[1]
      const short = shortTitle(quoted)
      if (!IS_LAW.test(quoted.trim()) || NO_LAW.test(quoted.trim()) || known.has(short) || said.has(short)) return []
      said.add(short)
      const [start, end] = sourceSpan(visible, match.index + 1, match.index + 1 + quoted.length)
      const near = nearest(short, known)
      const suggestion = near && inTheSameForm(quoted, near)
      const message = near
        ? `《${quoted}》与政策法规库里的《${near}》只差一两个字，请核对名称。`
        : `政策法规库里没有《${quoted}》，请核对名称是否准确、是否仍然有效。`
      const code = near ? 'LAW_TITLE_NEAR' : 'LAW_TITLE_UNKNOWN'
      return [{ code, severity: 'warn', field, place: placeIn(source, start, end), message, suggestion }]
    }),
  )
}
