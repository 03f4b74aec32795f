/** An amount as tables show it: 1,234.50, in yuan. @param fen a whole number */
export function writtenAmount(fen: number): string {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`${fen} is not a number of fen`)
  const amount = Math.abs(fen)
  const yuan = String(Math.floor(amount / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${String(amount % 100).padStart(2, '0')}`
}

/** The same amount for a workbook, whose cells hold yuan. Two decimals come back to the same fen, whatever the amount. */
export const yuanOf = (fen: number): number => Number(`${fen}e-2`)
