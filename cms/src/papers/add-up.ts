/** A paper whose rows do not come to what the ledger says is not drawn: somebody would sign it. */
export class PaperDoesNotAddUp extends Error {
  constructor(
    readonly what: string,
    readonly rowsFen: number,
    readonly ledgerFen: number,
  ) {
    super(`${what}: the rows come to ${rowsFen} fen, the ledger says ${ledgerFen}`)
    this.name = 'PaperDoesNotAddUp'
  }
}

/** @throws RangeError where an amount is no whole number of fen, or the sum leaves what numbers can hold */
export function sum(amounts: Iterable<number | null>): number {
  let total = 0
  for (const fen of amounts) {
    total += fen ?? 0
    if (!Number.isSafeInteger(fen ?? 0) || !Number.isSafeInteger(total)) throw new RangeError(`${fen} is no amount`)
  }
  return total
}

export const sumOf = <T>(rows: readonly T[], amount: (row: T) => number | null): number => sum(rows.map(amount))

export function mustAgree(what: string, rowsFen: number, ledgerFen: number): void {
  if (rowsFen !== ledgerFen) throw new PaperDoesNotAddUp(what, rowsFen, ledgerFen)
}
