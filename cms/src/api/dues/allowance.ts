/** How often one address may ask: a bucket that refills. A whole college may stand behind one address. */
export const BURST = 300
export const REFILL_PER_S = 50
const MOST_CALLERS = 10_000
const SECOND_MS = 1000

export function createAllowance() {
  const callers = new Map<string, { left: number; at: number }>()
  return {
    /** Whether one more question is answered. */
    spend(caller: string, nowMs: number): boolean {
      const before = callers.get(caller) ?? { left: BURST, at: nowMs }
      const passedMs = Math.max(0, nowMs - before.at)
      const left = Math.min(BURST, before.left + (passedMs / SECOND_MS) * REFILL_PER_S)
      const isAllowed = left >= 1
      callers.delete(caller)
      callers.set(caller, { left: isAllowed ? left - 1 : left, at: nowMs })
      // the one that has asked least lately has most in its bucket again
      const [oldest] = callers.keys()
      if (callers.size > MOST_CALLERS && oldest !== undefined) callers.delete(oldest)
      return isAllowed
    },
  }
}
