/** Alipay writes money as decimal yuan in strings. Digits are moved, nothing is calculated with fractions. */

/** @param fen a safe integer, not negative */
export function yuanOf(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** @returns null for what is not an amount of at most two decimals */
export function fenOf(yuan: string): number | null {
  const [, whole, fraction = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}
