/** Texts that mean the same become the same: full width and half width, capitals, spaces between Chinese characters. */
import type { Visible } from './visible'

const SPACE = /[\s\u3000\u00a0\u200b-\u200d\ufeff]/
const HAN = /[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]/

export function foldCharacter(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase()
  return code === 0x3000 ? ' ' : character.toLowerCase()
}

/** Digits and signs in half width, everything in its place: for rules about numbers. */
export const halfWidth = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')

/** Also without the spaces that a line break or a layout put between Chinese characters. */
export function folded({ text, at, to }: Visible): Visible {
  const kept: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const keep = (character: string, index: number) => {
    kept.push(character)
    starts.push(at[index])
    ends.push(to[index])
  }
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]
    if (SPACE.test(character)) {
      let next = index + 1
      while (next < text.length && SPACE.test(text[next])) next += 1
      const isBetweenHan = HAN.test(text[index - 1] ?? '') && HAN.test(text[next] ?? '')
      if (!isBetweenHan) keep(' ', index)
      index = next - 1
      continue
    }
    const one = foldCharacter(character)
    // some capitals fold to two units: their place is known for the first alone
    keep(one.length === 1 ? one : character, index)
  }
  return { text: kept.join(''), at: starts, to: ends }
}

export const foldText = (text: string): string => folded({ text, at: [], to: [] }).text

const NOT_LETTERS = /[^\p{L}\p{N}]/gu

/** Titles that people take for the same. */
export const normaliseTitle = (title: string): string => foldText(title).replaceAll(NOT_LETTERS, '')
