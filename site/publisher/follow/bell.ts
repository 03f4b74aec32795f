/** Wakes a loop. A ring that comes while nobody waits is heard at the next wait. */
export type Bell = ReturnType<typeof createBell>

export function createBell() {
  let next = Promise.withResolvers<void>()

  return {
    ring: () => next.resolve(),
    /** Resolves at the next ring, or at once when it has rung since the last wait. */
    async rung(signal: AbortSignal) {
      signal.throwIfAborted()
      const stopped = Promise.withResolvers<never>()
      const stop = () => stopped.reject(signal.reason)
      signal.addEventListener('abort', stop, { once: true })
      try {
        await Promise.race([next.promise, stopped.promise])
      } finally {
        signal.removeEventListener('abort', stop)
      }
      next = Promise.withResolvers()
    },
  }
}
