/** The few figures that every bench needs of its samples. */
const sorted = (samples: readonly number[]) => [...samples].sort((a, b) => a - b)

/** Nearest rank: always one of the samples. */
export function percentile(samples: readonly number[], percent: number): number {
  const rank = Math.max(1, Math.ceil((percent / 100) * samples.length))
  return sorted(samples)[rank - 1] ?? Number.NaN
}

export const median = (samples: readonly number[]) => percentile(samples, 50)

/** to one decimal */
export const rounded = (value: number) => Math.round(value * 10) / 10
