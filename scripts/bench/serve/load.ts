/** Puts load on a server: wrk where the machine has it, else autocannon, which is slower itself. */
import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import autocannon from 'autocannon'
import { parseWrk } from './parse-wrk.ts'

export type Load = { port: number; paths: readonly string[]; acceptEncoding: string | null; seconds: number }
export type Measured = { requestsPerSecond: number; p99Ms: number }

const CONNECTIONS = 50
const run = promisify(execFile)

export function loadTool(): string {
  const { stdout, error } = spawnSync('wrk', ['-v'], { encoding: 'utf8' })
  return error ? 'autocannon' : (/wrk \S+/.exec(stdout)?.[0] ?? 'wrk')
}

/** Every connection asks for the pages in turn. */
const inTurn = (paths: readonly string[]) => `local paths = { ${paths.map((one) => JSON.stringify(one)).join(', ')} }
local n = 0
request = function() n = n % #paths + 1; return wrk.format("GET", paths[n]) end
`

async function withWrk({ port, paths, acceptEncoding, seconds }: Load, folder: string): Promise<Measured> {
  const script = path.join(folder, 'paths.lua')
  fs.writeFileSync(script, inTurn(paths))
  const headers = acceptEncoding ? ['-H', `accept-encoding: ${acceptEncoding}`] : []
  const several = paths.length > 1 ? ['-s', script] : []
  const amount = ['-t', '1', '-c', String(CONNECTIONS), '-d', `${seconds}s`, '--latency']
  const { stdout } = await run('wrk', [...amount, ...headers, ...several, `http://127.0.0.1:${port}${paths[0]}`])
  return parseWrk(stdout)
}

async function withAutocannon({ port, paths, acceptEncoding, seconds }: Load): Promise<Measured> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: seconds,
    requests: paths.map((one) => ({ path: one })),
    headers: acceptEncoding ? { 'accept-encoding': acceptEncoding } : {},
  })
  if (result.errors + result.non2xx > 0) throw new Error(`${result.errors + result.non2xx} requests failed`)
  return { requestsPerSecond: result.requests.average, p99Ms: result.latency.p99 }
}

/** @param folder for files of the tool */
export const putLoad = (load: Load, folder: string): Promise<Measured> =>
  loadTool() === 'autocannon' ? withAutocannon(load) : withWrk(load, folder)
