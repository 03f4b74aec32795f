/** A push service on this machine: takes messages as RFC 8030 says, checks who sends, and reads them as the browser would. */
import { randomBytes } from 'node:crypto'
import { EventEmitter, once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { Message } from '../message.ts'
import type { Device } from '../subscriptions.ts'
import { createBrowserKeys, decryptMessage, verifyVapid } from './decrypt.ts'

export type Received = { message: Message; headers: http.IncomingHttpHeaders; bytes: number; publicKey: string }
export type TestDevice = {
  device: Device
  received: Received[]
  /** what the service answers from now on */
  answer: (status: number, headers?: Record<string, string>) => void
}

const MAX_BYTES = 4096

export async function openPushService(port = 0) {
  const devices = new Map<string, TestDevice & { take: (request: http.IncomingMessage) => Promise<[number, object]> }>()
  const news = new EventEmitter()
  const state = { inFlight: 0, mostInFlight: 0, problems: [] as string[] }
  const server = http.createServer(async (request, response) => {
    state.mostInFlight = Math.max(state.mostInFlight, ++state.inFlight)
    try {
      const [status, headers] = (await devices.get(request.url ?? '')?.take(request)) ?? [404, {}]
      response.writeHead(status, headers as http.OutgoingHttpHeaders).end()
    } catch (error) {
      state.problems.push(String(error))
      response.writeHead(400).end()
    } finally {
      state.inFlight -= 1
      news.emit('message')
    }
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  function check({ headers, method }: http.IncomingMessage, body: Buffer) {
    const { publicKey, claims } = verifyVapid(String(headers.authorization))
    const seconds = Date.now() / 1000
    if (method !== 'POST') throw new Error(`${method} is no message`)
    if (claims.aud !== origin) throw new Error(`the token is for ${claims.aud}`)
    if (!(Number(claims.exp) > seconds && Number(claims.exp) < seconds + 24 * 3600)) throw new Error('the token is old')
    if (!/^(?:https|mailto):/.test(String(claims.sub))) throw new Error('nobody can be asked')
    if (headers['content-encoding'] !== 'aes128gcm' || !(Number(headers.ttl) >= 0))
      throw new Error('headers are missing')
    if (body.length > MAX_BYTES) throw new Error(`${body.length} bytes are too many`)
    return publicKey
  }

  return {
    origin,
    state,
    device(): TestDevice {
      const auth = randomBytes(16)
      const { curve, ...keys } = createBrowserKeys(auth)
      const path = `/m/${randomBytes(12).toString('base64url')}`
      const received: Received[] = []
      let answer: [number, object] = [201, {}]
      const take = async (request: http.IncomingMessage): Promise<[number, object]> => {
        const body = await buffer(request)
        const publicKey = check(request, body)
        if (answer[0] !== 201) return answer
        const message = JSON.parse(decryptMessage(body, curve, auth)) as Message
        received.push({ message, headers: request.headers, bytes: body.length, publicKey })
        return answer
      }
      const device = {
        device: { endpoint: origin + path, keys },
        received,
        answer: (status: number, headers = {}) => {
          answer = [status, headers]
        },
        take,
      }
      devices.set(path, device)
      return device
    },
    /** Resolves when something came, whatever became of it. */
    message: () => once(news, 'message'),
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

export type PushService = Awaited<ReturnType<typeof openPushService>>
