const PAUSES_MS = [200, 500, 1000, 2000, 5000]

/** How long to wait after the n-th vain attempt, counted from 0. */
export const pauseMs = (attempt: number): number => PAUSES_MS[Math.min(attempt, PAUSES_MS.length - 1)] ?? 5000
