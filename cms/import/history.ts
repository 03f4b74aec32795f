/** The lines under a title (题注) that say who adopted, promulgated or amended the text, and when. */
import { DATE, leadingDate } from './dates.ts'
import { type Decision, decision } from './decisions.ts'

export type HistoryEvent = 'adopted' | 'approved' | 'promulgated' | 'amended' | 'effective' | 'repealed' | 'other'

export type HistoryEntry = { date: string | null; text: string; event: HistoryEvent }

const ENDING = '(?:通过|批准|公布|发布|颁布|修正|修订|修改|施行|实施|生效|试行|废止)'

/** From the most telling to the least: 修订通过 amends, 公布施行 promulgates. */
const EVENTS: readonly (readonly [HistoryEvent, RegExp])[] = [
  ['repealed', /废止$/],
  ['amended', /(?:修正|修订|修改)(?:公布|发布|通过|并施行)?$|通过的?《[^》]*修正案》$/],
  ['adopted', /(?:通过|制定)$/],
  [
    'promulgated',
    /(?:公布|发布|颁布|印发|公告)(?:[\s\u3000，,、]*(?:并|自)?(?:公布|发布)?(?:之日起?)?(?:施行|实施|试行))?$|令第[^令]*号$|第[^令第]*号令$/,
  ],
  ['approved', /批准(?:公布|发布)?$/],
  ['effective', /(?:施行|实施|生效|试行)$/],
]

/** A new date in the middle of a line starts an entry of its own only behind a finished one (not in “…会议、2010年…”). */
const NEXT_ENTRY = new RegExp(
  `(?<=${ENDING}[\\s\\u3000]*[；;，,。]?|[）)；;][\\s\\u3000]*|[\\s\\u3000]{2,})(?:根据|依据)?(?=${DATE})`,
  'g',
)

/** What follows the act: when it takes effect, under which number it was published. */
const APPENDED =
  /[\s\u3000，,、；;]*(?:并?自[^，,；;]*(?:施行|实施|生效|试行)|[\u4e00-\u9fff]{1,6}[〔［[（(]\d{4}[〕］\])）]\s*第?\d+号)$/

export function eventOf(text: string): HistoryEvent {
  const act = text.replace(APPENDED, '').replace(APPENDED, '') || text
  return EVENTS.find(([, pattern]) => pattern.test(act))?.[0] ?? 'other'
}

/** Outer brackets of the whole note, half of them lost, and a dangling 根据. */
function tidy(line: string): string {
  let text = line
    .trim()
    .replace(/[\s\u3000]+(?:根据|依据)$/, '')
    .trim()
  if (/^[（(]/.test(text)) text = text.slice(1).trim()
  text = text.replace(/^(?:根据|依据)(?=\d{4}年)/, '')
  const opened = [...text].filter((character) => '（('.includes(character)).length
  const closed = [...text].filter((character) => '）)'.includes(character)).length
  if (closed > opened) text = text.replace(/[）)](?=[^）)]*$)/, '').trim()
  return text.replace(/[；;，,。]$/, '').trim()
}

function splitEntries(line: string): string[] {
  const starts = [...line.matchAll(NEXT_ENTRY)].map((match) => match.index).filter((index) => index > 0)
  const cuts = [0, ...new Set(starts), line.length]
  return cuts
    .slice(1)
    .map((end, index) => tidy(line.slice(cuts[index], end)))
    .filter((text) => text !== '')
}

const isFinished = (text: string) => new RegExp(`${ENDING}[）)]?$`).test(text)
const joinWith = (before: string, after: string) =>
  /[、，；》）)]$/.test(before) && /^[、，；]/.test(after) ? '' : /[、，]$/.test(before) ? '' : '、'

/** @param lines without blank ones; lines that only repeat the title are already gone */
export function readHistory(lines: readonly string[]): { entries: HistoryEntry[]; decisions: Decision[] } {
  const entries: HistoryEntry[] = []
  const notes = new Set<'history-joined' | 'history-split'>()
  for (const line of lines) {
    const parts = splitEntries(line)
    if (parts.length > 1) notes.add('history-split')
    for (const part of parts) {
      const dated = leadingDate(part)
      const last = entries.at(-1)
      if (!dated && last && entries.some(({ date }) => date !== null) && !isFinished(last.text)) {
        last.text = tidy(`${last.text}${joinWith(last.text, part)}${part}`)
        last.event = eventOf(last.text)
        notes.add('history-joined')
        continue
      }
      const text = dated ? dated.rest : part
      entries.push({ date: dated?.date ?? null, text, event: eventOf(text) })
    }
  }
  return { entries, decisions: [...notes].map((code) => decision(code)) }
}
