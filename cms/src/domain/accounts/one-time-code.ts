/**
 * One-time codes: printed on paper by the branch, or sent by mail. Ten characters of thirty-two are fifty bits; with five tries
 * nobody guesses one. Letters that look like digits are left out, so nobody has to ask which it is.
 */
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
export const CODE_CHARACTERS = 10
const GROUP = 5
const DAY_MS = 24 * 60 * 60 * 1000
const MINUTE_MS = 60_000

export const CODE_TRIES = 5

export const codePurposes = ['activation', 'reset', 'second-factor', 'first-entry'] as const
export type CodePurpose = (typeof codePurposes)[number]

export const codeChannels = ['paper', 'mail', 'ticket'] as const
export type CodeChannel = (typeof codeChannels)[number]

/** A printed code lies in somebody's drawer until the next branch meeting; a ticket passes from one page to the next. */
export const CODE_LIFE_MS: Record<CodeChannel, number> = {
  paper: 30 * DAY_MS,
  mail: 30 * MINUTE_MS,
  ticket: 10 * MINUTE_MS,
}

/** @param random an integer from 0 to below its argument, unpredictable */
export const makeCode = (random: (below: number) => number): string =>
  Array.from({ length: CODE_CHARACTERS }, () => CODE_ALPHABET[random(CODE_ALPHABET.length)]).join('')

/** As it is printed: ABCDE-FGHJK. */
export const printedCode = (code: string) => `${code.slice(0, GROUP)}-${code.slice(GROUP)}`

/** As people type it back: any case, any width, with or without the dash. */
export const typedCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Pd}]/gu, '')

export type CodeState = { expiresAtMs: number; usedAtMs: number | null; triesLeft: number }

export const isUsable = ({ expiresAtMs, usedAtMs, triesLeft }: CodeState, now: Date): boolean =>
  usedAtMs === null && triesLeft > 0 && now.getTime() < expiresAtMs
