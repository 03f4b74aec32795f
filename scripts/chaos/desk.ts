/** The desk's calls, as its users' browsers make them; an answer may be lost because somebody killed the CMS meanwhile. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'

const ANSWER_WITHIN_MS = 60_000
const ASK_AGAIN_MS = 100
const loginSchema = z.object({ data: z.object({ token: z.string() }) })

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type Answer = { status: number; json: unknown }
export type Desk = ReturnType<typeof openDesk>

export const COLLECTION = '/content-manager/collection-types'
export const ARTICLES = `${COLLECTION}/api::article.article`

export function openDesk(cmsUrl: string, dataDir: string, signal: AbortSignal) {
  const [line = ''] = fs.readFileSync(path.join(dataDir, 'first-login.txt'), 'utf8').split('\n')
  const [, email, password] = line.split('\t')
  let token: Promise<string> | null = null

  async function call(
    method: Method,
    address: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const response = await fetch(`${cmsUrl}${address}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, json: text === '' ? null : JSON.parse(text) }
  }

  async function logIn(): Promise<string> {
    const { status, json } = await call('POST', '/admin/login', { email, password }, {})
    if (status !== 200) throw new Error(`logging in was answered with ${status}`)
    return loginSchema.parse(json).data.token
  }

  async function authorized(method: Method, address: string, body?: unknown): Promise<Answer> {
    token ??= logIn()
    const held = token
    try {
      return await call(method, address, body, { authorization: `Bearer ${await held}` })
    } catch (error) {
      await held.catch(() => {
        if (token === held) token = null
      })
      throw error
    }
  }

  /** @returns null when the connection ended without an answer: it may have happened or not */
  async function send(method: Method, address: string, body?: unknown): Promise<Answer | null> {
    try {
      const answer = await authorized(method, address, body)
      if (answer.status !== 401) return answer
      token = null
      return await authorized(method, address, body)
    } catch (error) {
      signal.throwIfAborted()
      if (error instanceof DOMException) throw new Error(`${method} ${address} had no answer within a minute`)
      if (error instanceof TypeError) return null
      throw error
    }
  }

  /** Asks until the CMS is there to answer. */
  async function read(address: string): Promise<Answer> {
    for (;;) {
      const answer = await send('GET', address)
      if (answer) return answer
      await sleep(ASK_AGAIN_MS, undefined, { signal })
    }
  }

  return { send, read }
}
