/** Who issued a text, under which number, and on which days it was adopted and published: read from its history. */
import type { HistoryEntry } from './history.ts'

const MAX_ISSUER_LENGTH = 100
const MAX_NUMBER_LENGTH = 60
const NUMERAL = '[0-9０-９一二三四五六七八九十百零〇○]+'
/** 国务院令第405号, 交通运输部令2019年第10号, 国务院第14号令 */
const ORDER = new RegExp(
  `^(.*?)(?:令[\\s　]*(?:[（(〔[]?\\d{4}[）)〕\\]]?年?)?[\\s　]*第?${NUMERAL}号|第${NUMERAL}号令)`,
)
const BRACKET_NUMBER = /([\u4e00-\u9fff]{1,12})[〔［[（(【](\d{4})[〕］\])）】]\s*(?:第)?(\d{1,5})号/
const CONGRESS =
  /^(?:中华人民共和国)?(?:第[一二三四五六七八九十]+届)?(全国人民代表大会(?:常务委员会)?)第[一二三四五六七八九十百]+次会议/
const LOCAL_CONGRESS =
  /^([\u4e00-\u9fff]{2,20}?(?:省|市|自治区|自治州|自治县|县|区))(?:第[一二三四五六七八九十]+届)?(人民代表大会(?:常务委员会)?)第[一二三四五六七八九十百]+次会议/
const MEETING =
  /^(?:中华人民共和国)?([\u4e00-\u9fff、]{2,40}?)(?:审判委员会|检察委员会)?(?:\d{4}年)?(?:第[\d一二三四五六七八九十百]+次|[部委局署行室院]务会议|常务会议)/
const ACTED = /^经?([\u4e00-\u9fff、]{2,60}?)(?:修正|修订|联合)?(?:公布|发布|颁布|印发|公告)/
const ANNOUNCED = /^(.{2,40}?)公告/
const TITLE_ISSUER =
  /^((?:国务院|中共中央|中央军委|最高人民法院|最高人民检察院|[\u4e00-\u9fff]{1,20}?(?:部|委员会|总局|总署|办公厅|办公室|人民政府|银行|全国委员会))(?:、[\u4e00-\u9fff]{2,20}?)*)关于/

export type Issuing = {
  issuer: string | null
  documentNumber: string | null
  adoptedOn: string | null
  issuedOn: string | null
}

const withoutCountry = (name: string) =>
  name
    .split('、')
    .map((part) => part.replace(/^中+华人民共和国(?=.)/, ''))
    .join('、')

function numberOf(text: string): string | null {
  const order = ORDER.exec(text)
  if (order) return withoutCountry(order[0].replace(/[\s　]/g, '')).slice(0, MAX_NUMBER_LENGTH)
  const bracket = BRACKET_NUMBER.exec(text)
  return bracket ? `${bracket[1]}〔${bracket[2]}〕${Number(bracket[3])}号` : null
}

function organOf({ text, event }: HistoryEntry): string | null {
  const congress = CONGRESS.exec(text)
  if (congress?.[1]) return congress[1]
  const local = LOCAL_CONGRESS.exec(text)
  if (local) return `${local[1]}${local[2]}`
  const order = ORDER.exec(text)
  if (order?.[1]) return withoutCountry(order[1].trim())
  if (event === 'adopted') return MEETING.exec(text)?.[1] ?? null
  if (event === 'promulgated') {
    const organ = ACTED.exec(text)?.[1] ?? ANNOUNCED.exec(text)?.[1]
    return organ && !organ.startsWith('自') ? withoutCountry(organ) : null
  }
  return null
}

/** The one that made the text: the congress that adopted it; else who promulgated it; else who met over it. */
function issuerOf(history: readonly HistoryEntry[], title: string): string | null {
  const named = (events: readonly string[]) =>
    history
      .filter((entry) => events.includes(entry.event))
      .map(organOf)
      .find((organ) => organ !== null)
  const adopter = named(['adopted'])
  if (adopter?.includes('人民代表大会')) return adopter
  // the President's order publishes a law, it does not make it
  const promulgator = history
    .filter((entry) => entry.event === 'promulgated')
    .map(organOf)
    .find((organ) => organ !== null && organ !== '主席')
  return promulgator ?? adopter ?? named(['amended']) ?? TITLE_ISSUER.exec(title)?.[1] ?? null
}

const last = <T>(items: readonly T[], asks: (item: T) => boolean) => items.filter(asks).at(-1)

export function readIssuing(history: readonly HistoryEntry[], title: string): Issuing {
  const dated = history.filter((entry) => entry.date !== null)
  const issued = last(
    dated,
    ({ event, text }) => event === 'promulgated' || (event === 'amended' && ORDER.test(text) && !text.startsWith('《')),
  )
  const numbered = last(history, ({ text }) => !text.startsWith('《') && numberOf(text) !== null)
  return {
    issuer: issuerOf(history, title)?.slice(0, MAX_ISSUER_LENGTH) ?? null,
    documentNumber: numbered ? numberOf(numbered.text) : null,
    adoptedOn: dated.find(({ event }) => event === 'adopted')?.date ?? null,
    issuedOn: issued?.date ?? null,
  }
}
