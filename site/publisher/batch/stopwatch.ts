/** How long the steps of a batch took, in whole milliseconds. */
export function startStopwatch() {
  let last = performance.now()
  const laps: Record<string, number> = {}

  return {
    /** What has been going on since the last lap was this. */
    lap(name: string) {
      const now = performance.now()
      laps[name] = Math.round(now - last)
      last = now
    },
    laps,
  }
}
