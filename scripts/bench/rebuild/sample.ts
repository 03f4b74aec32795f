/** What a contestant says of itself, as one line of JSON. */
const cpuMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** @returns call it at the end */
export function startSample() {
  const startedAt = performance.now()
  const cpuBefore = cpuMs()
  return (more: object = {}) => {
    const sample = { ms: performance.now() - startedAt, cpuMs: cpuMs() - cpuBefore }
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024)
    process.stdout.write(JSON.stringify({ ...sample, peakRssMb, ...more }))
  }
}
