/**
 * Money is a whole number of fen. What a program sends is read by the letter (`parseMoney`); what people type or keep in a spreadsheet
 * is tidied first (`parseTypedMoney`): Chinese keyboards write 3，456。78 in full width.
 */
export const FEN_OF_YUAN = 100
/** 9,999,999.99 元: far above any pay, far below where numbers lose digits even when multiplied by a rate. */
export const MOST_FEN = 999_999_999

export const moneyProblems = ['NOT_TEXT', 'EMPTY', 'NEGATIVE', 'MALFORMED', 'DECIMALS', 'TOO_LARGE'] as const
export type MoneyProblem = (typeof moneyProblems)[number]
export type ReadMoney = { fen: number } | { problem: MoneyProblem }

/** By the letter: `0`, `3456`, `3456.7`, `3456.78`; no sign, blank, exponent or leading zero. */
const AMOUNT = /^(0|[1-9]\d*)(?:\.(\d+))?$/
const DECIMALS = 2
/** longer than any amount in any writing */
const MOST_CHARACTERS = 40

export function parseMoney(text: unknown, mostFen: number = MOST_FEN): ReadMoney {
  if (typeof text !== 'string') return { problem: 'NOT_TEXT' }
  if (text.trim() === '') return { problem: 'EMPTY' }
  if (text.length > MOST_CHARACTERS) return { problem: 'TOO_LARGE' }
  if (/^[-−－]\d/.test(text)) return { problem: 'NEGATIVE' }
  const [, yuan, decimals = ''] = AMOUNT.exec(text) ?? []
  if (yuan === undefined) return { problem: 'MALFORMED' }
  if (decimals.length > DECIMALS) return { problem: 'DECIMALS' }
  const fen = BigInt(yuan + decimals.padEnd(DECIMALS, '0'))
  return fen > BigInt(mostFen) ? { problem: 'TOO_LARGE' } : { fen: Number(fen) }
}

const FULL_WIDTH = /[\uff01-\uff5e]/g
const FULL_WIDTH_OFFSET = 0xfee0
/** commas count only where they part thousands: `3,45` may be meant as either */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?=\.|$)/

/** One writing for what means the same; what is still odd afterwards is left as it is, for `parseMoney` to refuse. */
export function tidyMoney(typed: string): string {
  const plain = typed
    .replaceAll(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll(/\s/g, '')
    .replaceAll('。', '.')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '')
  return plain
    .replace(GROUPED, (grouped) => grouped.replaceAll(',', ''))
    .replace(/^0+(?=\d)/, '')
    .replace(/^(?=\.\d)/, '0')
    .replace(/(?<=\d)\.$/, '')
}

export const parseTypedMoney = (typed: unknown, mostFen?: number): ReadMoney =>
  parseMoney(typeof typed === 'string' ? tidyMoney(typed) : typed, mostFen)

/** 3457 → `34.57`: always two decimals, no grouping. */
export function formatMoney(fen: number): string {
  assertFen(fen)
  const digits = String(fen).padStart(DECIMALS + 1, '0')
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`
}

/** A fraction or a negative here is a mistake in a program, not in what somebody typed. */
export function assertFen(fen: number): void {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount of fen: ${fen}`)
}
