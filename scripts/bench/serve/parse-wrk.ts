const UNIT_MS: Readonly<Record<string, number>> = { us: 0.001, ms: 1, s: 1000, m: 60_000 }

/** @throws when requests failed: their rate would mean nothing */
export function parseWrk(output: string): { requestsPerSecond: number; p99Ms: number } {
  const [failed] = /Non-2xx or 3xx responses: \d+|Socket errors: .*/.exec(output) ?? []
  if (failed) throw new Error(`requests failed: ${failed}`)
  const [, rate] = /Requests\/sec:\s+([\d.]+)/.exec(output) ?? []
  const [, latency, unit = ''] = /99%\s+([\d.]+)(us|ms|s|m)/.exec(output) ?? []
  if (!rate || !latency) throw new Error(`unexpected output of wrk: ${output}`)
  return { requestsPerSecond: Number(rate), p99Ms: Number(latency) * (UNIT_MS[unit] ?? Number.NaN) }
}
