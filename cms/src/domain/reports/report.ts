/** What a reader says is wrong on a page, as the portal's server hands it over. */
import { z } from 'zod'

const MOST_CHARACTERS = { address: 300, problem: 1000, quote: 500, contact: 100 }

const text = (most: number) => z.string().refine((value) => [...value].length <= most)

export const reportSchema = z.strictObject({
  page: text(MOST_CHARACTERS.address).regex(/^\/(?:.*\/)?$/),
  problem: text(MOST_CHARACTERS.problem).min(1),
  quote: text(MOST_CHARACTERS.quote),
  contact: text(MOST_CHARACTERS.contact),
})
export type ReaderReport = z.infer<typeof reportSchema>

export const reportStates = ['open', 'done'] as const
export type ReportState = (typeof reportStates)[number]

/** What an editor may write beside a report. */
export const noteSchema = z.strictObject({ note: text(MOST_CHARACTERS.quote).default('') })

const EXCERPT_CHARACTERS = 120
const excerpt = (words: string) => {
  const characters = [...words.replaceAll(/\s+/g, ' ')]
  const start = characters.slice(0, EXCERPT_CHARACTERS).join('')
  return characters.length > EXCERPT_CHARACTERS ? `${start}……` : start
}

/** What those who answer for the page are told; whom the reader may be reached at stays in the list of reports. */
export const reportedWords = (title: string, problem: string) => ({
  subject: `读者报错：《${title}》`,
  text: `有读者指出《${title}》有错：“${excerpt(problem)}”\n请核实、改正，然后在管理台的“读者报错”里标记为已处理。`,
})
