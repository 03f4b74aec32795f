/** What a text changed in the one that it replaces, article by article (第一条 …), so that both may stand side by side. */

export interface Part {
  text: string
  /** not in the other text */
  differs: boolean
}
export interface Row {
  /** null: the article is new */
  before: { number: string; parts: Part[] } | null
  /** null: the article is gone */
  after: { number: string; parts: Part[] } | null
}

interface Article {
  number: string
  text: string
}

const BEGIN = /^\**(第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?)\**\s*/

const articlesOf = (markdown: string): Article[] => {
  const articles: Article[] = []
  for (const line of markdown.split('\n')) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const number = BEGIN.exec(line)?.[1]
    const text = line.replace(BEGIN, '').replaceAll('**', '').trim()
    const last = articles.at(-1)
    if (number) articles.push({ number, text })
    else if (last) last.text += `\n${text}`
  }
  return articles
}

const pairsOf = (text: string): Set<string> => {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, index) => `${characters[index]}${character}`))
}

/** 0 … 1 (Dice): which part of their pairs of characters two texts share. */
const likeness = (one: Set<string>, other: Set<string>): number => {
  if (one.size + other.size === 0) return 0
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared += 1
  return (2 * shared) / (one.size + other.size)
}

/** Articles that share less are two different ones. */
const ENOUGH = 0.5

/** What stays is named by its nearest words. */
const NEAREST_CHARACTERS = 16
const ending = (text: string): string => {
  const characters = [...text]
  return characters.length <= NEAREST_CHARACTERS ? text : `……${characters.slice(-NEAREST_CHARACTERS).join('')}`
}
const beginning = (text: string): string => {
  const characters = [...text]
  return characters.length <= NEAREST_CHARACTERS ? text : `${characters.slice(0, NEAREST_CHARACTERS).join('')}……`
}

/** Where the two texts begin and end alike is shown plain and short; what lies between differs. */
const partsOf = (text: string, other: string): Part[] => {
  const [here, there] = [[...text], [...other]]
  const shorter = Math.min(here.length, there.length)
  let start = 0
  while (start < shorter && here[start] === there[start]) start += 1
  let end = 0
  while (end < shorter - start && here.at(-1 - end) === there.at(-1 - end)) end += 1
  const slice = (from: number, to: number) => here.slice(from, to).join('')
  return [
    { text: ending(slice(0, start)), differs: false },
    { text: slice(start, here.length - end), differs: true },
    { text: beginning(slice(here.length - end, here.length)), differs: false },
  ].filter((part) => part.text !== '')
}

const whole = ({ number, text }: Article) => ({ number, parts: [{ text, differs: true }] })

/** Only what differs, in the order of the new text; what is gone stands last. */
export const compareArticles = (before: string, after: string): Row[] => {
  const old = articlesOf(before)
  const taken = new Set<Article>()
  const now = articlesOf(after)
  const same = new Map(old.map((article) => [article.text, article]))
  const unchanged = now.filter((article) => {
    const twin = same.get(article.text)
    if (twin) taken.add(twin)
    return twin !== undefined
  })
  const pairs = new Map(old.map((article) => [article, pairsOf(article.text)]))
  const rows = now
    .filter((article) => !unchanged.includes(article))
    .map((article): Row => {
      const own = pairsOf(article.text)
      const [closest] = old
        .filter((candidate) => !taken.has(candidate))
        .map((candidate) => ({ candidate, value: likeness(own, pairs.get(candidate) ?? new Set()) }))
        .sort((a, b) => b.value - a.value)
      if (!closest || closest.value < ENOUGH) return { before: null, after: whole(article) }
      const { candidate } = closest
      taken.add(candidate)
      return {
        before: { number: candidate.number, parts: partsOf(candidate.text, article.text) },
        after: { number: article.number, parts: partsOf(article.text, candidate.text) },
      }
    })
  const gone = old
    .filter((article) => !taken.has(article))
    .map((article): Row => ({ before: whole(article), after: null }))
  return [...rows, ...gone]
}

/** 新增 3 条、修改 12 条、删去 1 条 */
export const changesInWords = (rows: readonly Row[]): string => {
  const added = rows.filter(({ before }) => !before).length
  const removed = rows.filter(({ after }) => !after).length
  const changed = rows.length - added - removed
  return [added && `新增 ${added} 条`, changed && `修改 ${changed} 条`, removed && `删去 ${removed} 条`]
    .filter(Boolean)
    .join('、')
}
