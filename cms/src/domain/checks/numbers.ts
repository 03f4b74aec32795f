/** Numbers in a text, with their places: for the checks on what gives a person away. */
import type { FindingCode, Severity } from './finding'
import { type Finding, placeIn } from './finding'
import { halfWidth } from './fold'
import type { CheckedText } from './subject'
import { sourceSpan } from './visible'

export type FoundNumber = {
  /** without spaces and hyphens, in half width */
  digits: string
  start: number
  end: number
}

/** @param pattern global, written for half-width text */
export function numbersIn({ visible }: CheckedText, pattern: RegExp): FoundNumber[] {
  return [...halfWidth(visible.text).matchAll(pattern)].map((match) => {
    const [start, end] = sourceSpan(visible, match.index, match.index + match[0].length)
    return { digits: match[0].replaceAll(/[^0-9Xx]/g, '').toUpperCase(), start, end }
  })
}

export function numberFinding(
  { field, source }: CheckedText,
  { start, end }: FoundNumber,
  what: { code: FindingCode; severity: Severity; message: string },
): Finding {
  return { ...what, field, place: placeIn(source, start, end), suggestion: null }
}

/** Luhn's checksum (ISO/IEC 7812-1, annex B), as on bank cards. */
export function hasLuhnChecksum(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const counted = index % 2 === 0 ? digit : digit * 2
    sum += counted > 9 ? counted - 9 : counted
  }
  return sum % 10 === 0
}
