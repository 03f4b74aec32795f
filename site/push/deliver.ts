/** One message to one device: encrypted for it alone (RFC 8291), handed to its push service (RFC 8030). */
import http from 'node:http'
import https from 'node:https'
import webPush from 'web-push'
import type { PushKey } from './key.ts'
import type { Message } from './message.ts'
import { publicLookup } from './public-address.ts'
import { isKnownService, isTrusted, type Services } from './services.ts'
import type { Device } from './subscriptions.ts'

export type Outcome =
  | { kind: 'delivered' }
  /** the device wants nothing any more */
  | { kind: 'gone' }
  /** no use to send the same again */
  | { kind: 'refused'; status: number }
  /** it certainly did not arrive; `afterMs` where the service named a time */
  | { kind: 'failed'; reason: string; isAway: boolean; afterMs: number | null }

export type Deliver = (device: Device, message: Message) => Promise<Outcome>

/** A day: who turns the phone on later finds the posts on the page. */
export const WORTH_TELLING_S = 24 * 3600
const ANSWER_WITHIN_MS = 10_000
const TOKEN_S = 12 * 3600
const TOKEN_USED_MS = 3600_000
const ENCODING = 'aes128gcm'

type Settings = { key: PushKey; contact: string; services: Services; now?: () => number }

/** What waits at the service is replaced by what comes later of the same topic. */
const topicOf = ({ tag }: Message) => Buffer.from(tag).toString('base64url').slice(0, 32)

function outcomeOf(status: number, retryAfter: string | undefined): Outcome {
  if (status >= 200 && status < 300) return { kind: 'delivered' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status !== 429 && status < 500) return { kind: 'refused', status }
  const seconds = /^\d{1,6}$/.test(retryAfter ?? '') ? Number(retryAfter) : null
  return { kind: 'failed', reason: `answered ${status}`, isAway: false, afterMs: seconds && seconds * 1000 }
}

/** null where the keys are none */
function encrypted({ p256dh, auth }: Device['keys'], message: Message): Buffer | null {
  try {
    return webPush.encrypt(p256dh, auth, JSON.stringify(message), ENCODING).cipherText
  } catch {
    return null
  }
}

export function createDelivery({ key, contact, services, now = Date.now }: Settings) {
  const tokens = new Map<string, { authorization: string; madeAt: number }>()
  const agents = { 'https:': new https.Agent({ keepAlive: true }), 'http:': new http.Agent({ keepAlive: true }) }

  /** Signing is the dearest part: one signature serves a service for an hour. */
  function authorizationFor(origin: string): string {
    const known = tokens.get(origin)
    if (known && now() - known.madeAt < TOKEN_USED_MS) return known.authorization
    const expires = Math.floor(now() / 1000) + TOKEN_S
    const headers = webPush.getVapidHeaders(origin, contact, key.publicKey, key.privateKey, ENCODING, expires)
    tokens.set(origin, { authorization: headers.Authorization, madeAt: now() })
    return headers.Authorization
  }

  function post(url: URL, headers: Record<string, string | number>, body: Buffer): Promise<Outcome> {
    const isSecure = url.protocol === 'https:'
    const request: typeof http.request = isSecure ? https.request : http.request
    const guarded = isTrusted(url, services) ? {} : { lookup: publicLookup }
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS)
    const agent = agents[isSecure ? 'https:' : 'http:']
    return new Promise((resolve, reject) => {
      const asked = request(url, { method: 'POST', headers, agent, signal, ...guarded })
      asked.once('error', reject)
      asked.once('response', (response) => {
        // what it says is not asked for, but the connection is used again
        response.resume().once('error', () => undefined)
        resolve(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']))
      })
      asked.end(body)
    })
  }

  const deliver: Deliver = async ({ endpoint, keys }, message) => {
    if (!isKnownService(endpoint, services)) return { kind: 'refused', status: 0 }
    const url = new URL(endpoint)
    const cipherText = encrypted(keys, message)
    if (!cipherText) return { kind: 'refused', status: 0 }
    const headers = {
      ...{ ttl: WORTH_TELLING_S, urgency: 'normal', topic: topicOf(message) },
      ...{ 'content-type': 'application/octet-stream', 'content-encoding': ENCODING },
      ...{ 'content-length': cipherText.length, authorization: authorizationFor(url.origin) },
    }
    try {
      return await post(url, headers, cipherText)
    } catch (error) {
      const reason = (error as NodeJS.ErrnoException).code ?? (error as Error).name
      return { kind: 'failed', reason, isAway: true, afterMs: null }
    }
  }

  return {
    deliver,
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}
