/** An HTTP server that does what it is asked to, unless it is told to fail in one of the ways real ones do. */
import http from 'node:http'
import type { AddressInfo } from 'node:net'

export type Fault =
  /** the connection breaks before anything was done */
  | 'down'
  /** 500 before anything was done */
  | 'broken'
  /** a page of something on the way, 502 */
  | 'page'
  /** a page of something on the way, 403 */
  | 'wall'
  /** done, and the connection breaks before the answer */
  | 'lost'
  /** done, and never answered */
  | 'silent'
  /** done, and the answer breaks off */
  | 'truncated'
  /** done, and the answer is signed by somebody else */
  | 'forged'
  /** done, and the answer is not signed */
  | 'unsigned'
  /** done, and the answer was signed ten minutes ago */
  | 'stale'
  /** done, and the answer is a megabyte */
  | 'oversized'
  /** done, and the answer leads elsewhere */
  | 'moved'

export type Asked = { method: string; url: URL; headers: http.IncomingHttpHeaders; body: string }
export type Answered = { status: number; headers: Record<string, string>; body: string }
/** `fault` is one of those that concern the answer's signature or size */
export type Respond = (asked: Asked, fault: Fault | undefined) => Answered

export type FaultyServer = {
  origin: string
  /** the next requests fail in this way, one after the other */
  faults: Fault[]
  /** everything that was asked, refused or not */
  asked: Asked[]
  stop: () => Promise<void>
}

const page = '<html><body>服务暂不可用</body></html>'
const html = { 'content-type': 'text/html; charset=utf-8' }
const BEFORE: Partial<Record<Fault, Answered>> = {
  broken: {
    status: 500,
    headers: { 'content-type': 'application/json' },
    body: '{"code":"SYSTEM_ERROR","message":"系统异常"}',
  },
  page: { status: 502, headers: html, body: page },
  wall: { status: 403, headers: html, body: page },
}

async function bodyOf(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function answer(response: http.ServerResponse, { status, headers, body }: Answered, fault: Fault | undefined) {
  if (fault === 'silent') return
  if (fault === 'lost') {
    response.destroy()
    return
  }
  if (fault === 'moved') {
    response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
    return
  }
  const bytes = Buffer.from(body)
  response.writeHead(status, { ...headers, 'content-length': bytes.length })
  if (fault !== 'truncated') {
    response.end(bytes)
    return
  }
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy())
}

export async function startFaultyServer(respond: Respond): Promise<FaultyServer> {
  const state: FaultyServer = { origin: '', faults: [], asked: [], stop: async () => undefined }
  const server = http.createServer(async (request, response) => {
    const fault = state.faults.shift()
    if (fault === 'down') {
      request.destroy()
      return
    }
    const url = new URL(request.url ?? '/', state.origin)
    const asked = { method: request.method ?? '', url, headers: request.headers, body: await bodyOf(request) }
    state.asked.push(asked)
    const before = fault && BEFORE[fault]
    if (before) answer(response, before, undefined)
    else answer(response, respond(asked, fault), fault)
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  state.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  state.stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return state
}
