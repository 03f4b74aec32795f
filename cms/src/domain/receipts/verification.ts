/**
 * How anybody can ask whether a receipt is genuine: its number and a check code, which nobody can make without the key. Neither says
 * anything about a person, and so neither does the code that is printed.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Crockford's digits: none looks like another. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** fifty bits: a guess a second would take thirty million years */
const CODE_DIGITS = 10
const NUMBER = /^[A-Z0-9]{1,12}(-[A-Z0-9]{1,12}){0,3}$/

export const isReceiptNumber = (text: string): boolean => NUMBER.test(text)

/** @throws RangeError for a number that could say more than a number does */
export function checkCode(number: string, key: Uint8Array): string {
  if (!isReceiptNumber(number)) throw new RangeError(`'${number}' is no number of a receipt`)
  const digest = createHmac('sha256', key).update(`receipt:${number}`).digest()
  return Array.from(digest.subarray(0, CODE_DIGITS), (byte) => DIGITS[byte % DIGITS.length]).join('')
}

/** As people type it: in small letters, in groups, O for nought. */
const read = (typed: string): string =>
  typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')

export function isGenuine(number: string, code: string, key: Uint8Array): boolean {
  if (!isReceiptNumber(number)) return false
  const [given, right] = [Buffer.from(read(code)), Buffer.from(checkCode(number, key))]
  return given.length === right.length && timingSafeEqual(given, right)
}

/** 5TRB8E6V2M → 5TRB8-E6V2M */
export const inGroups = (code: string): string => `${code.slice(0, CODE_DIGITS / 2)}-${code.slice(CODE_DIGITS / 2)}`

/** @param site https://host, without an end */
export const verifyAddress = (site: string, number: string, key: Uint8Array): string =>
  `${site}/verify/?r=${number}-${checkCode(number, key)}`
