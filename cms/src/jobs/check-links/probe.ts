/** Asks one address whether it is still there: politely, and never one inside the house. */
import dns from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'
import ipaddr from 'ipaddr.js'
import { outcomeOfStatus, type ProbeOutcome } from '../../domain/checks/link-state'

export type AllowAddress = (address: string) => boolean

const TIMEOUT_MS = 10_000
const MAX_REDIRECTS = 5
const FORBIDDEN = 'FORBIDDEN_ADDRESS'
const HEADERS = { 'user-agent': 'dangjian-portal link check', accept: '*/*' }

/** Public addresses alone: not loopback, not private, not link-local, nothing reserved. */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'
}

/** Decides at the very moment of connecting: a name cannot lead to another address in between. */
function guardedLookup(isAllowed: AllowAddress): net.LookupFunction {
  return (host, options, callback) => {
    dns.lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      if (addresses.length === 0 || addresses.some(({ address }) => !isAllowed(address))) {
        return callback(Object.assign(new Error(FORBIDDEN), { code: FORBIDDEN }), [])
      }
      return options.all ? callback(null, addresses) : callback(null, addresses[0].address, addresses[0].family)
    })
  }
}

type Answer = { status: number; location: string | null }

function ask(url: URL, method: 'HEAD' | 'GET', isAllowed: AllowAddress): Promise<Answer> {
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  // an address in numbers is looked up by nobody
  if (net.isIP(literal) !== 0 && !isAllowed(literal)) {
    return Promise.reject(Object.assign(new Error(FORBIDDEN), { code: FORBIDDEN }))
  }
  const request: typeof http.request = url.protocol === 'https:' ? https.request : http.request
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const asked = request(url, { method, headers: HEADERS, lookup: guardedLookup(isAllowed), signal, agent: false })
    asked.once('error', reject)
    asked.once('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? null })
      // what the page says is not asked for
      response.destroy()
    })
    asked.end()
  })
}

async function follow(start: URL, method: 'HEAD' | 'GET', isAllowed: AllowAddress): Promise<number> {
  let url = start
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const { status, location } = await ask(url, method, isAllowed)
    if (status < 300 || status >= 400 || !location || !URL.canParse(location, url.href)) return status
    url = new URL(location, url)
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return status
  }
  return 508
}

const FAILED: ProbeOutcome = { result: 'failed', status: null }

async function attempt(url: URL, method: 'HEAD' | 'GET', isAllowed: AllowAddress): Promise<ProbeOutcome> {
  try {
    return outcomeOfStatus(await follow(url, method, isAllowed))
  } catch (error) {
    return (error as { code?: string }).code === FORBIDDEN ? { result: 'forbidden', status: null } : FAILED
  }
}

/** @param isAllowed tests let their own server be asked */
export async function probe(address: string, isAllowed: AllowAddress = isPublicAddress): Promise<ProbeOutcome> {
  if (!URL.canParse(address)) return { result: 'gone', status: null }
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { result: 'forbidden', status: null }
  const head = await attempt(url, 'HEAD', isAllowed)
  // many servers answer HEAD wrongly: only the answer to what a browser asks counts
  return head.result === 'ok' && (head.status ?? 0) < 400
    ? head
    : head.result === 'forbidden'
      ? head
      : attempt(url, 'GET', isAllowed)
}
