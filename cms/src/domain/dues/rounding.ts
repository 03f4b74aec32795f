/** No national rule says what becomes of parts of a fen: the college decides, half up unless it says otherwise. */
export const roundings = ['half-up', 'half-even', 'up', 'down'] as const
export type Rounding = (typeof roundings)[number]

export const BASIS_POINTS_OF_ONE = 10_000

const roundsUp: Record<Rounding, (rest: bigint, unit: bigint, whole: bigint) => boolean> = {
  'half-up': (rest, unit) => rest * 2n >= unit,
  'half-even': (rest, unit, whole) => rest * 2n > unit || (rest * 2n === unit && whole % 2n === 1n),
  up: (rest) => rest > 0n,
  down: () => false,
}

/**
 * An amount times several shares, rounded once, at the end.
 * @param shares in basis points: 150 is 1.5 %
 */
export function multiply(fen: number, shares: readonly number[], rounding: Rounding): number {
  const product = shares.reduce((sum, share) => sum * BigInt(share), BigInt(fen))
  const unit = BigInt(BASIS_POINTS_OF_ONE) ** BigInt(shares.length)
  const whole = product / unit
  return Number(roundsUp[rounding](product % unit, unit, whole) ? whole + 1n : whole)
}

/** 50 → `0.005`, 100 → `0.01`, 10000 → `1`. */
export function formatShare(basisPoints: number): string {
  const digits = String(basisPoints).padStart(5, '0')
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`.replace(/\.?0+$/, '')
}
