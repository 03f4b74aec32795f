/** A reader of the portal who follows every link, over HTTP, and notices what must never be seen while the server is up. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Complaints } from './complaints.ts'
import { VERSIONS } from './post.ts'
import type { Random } from './random.ts'

const LINKS = /\s(?:href|src)="(\/[^"#?]*)"/g
/** The desk's own place and what the CMS answers: not of the tree. */
const ELSEWHERE = /^\/(?:api|admin|uploads)\b/
const ANSWER_WITHIN_MS = 30_000
const SERVER_DOWN_PAUSE_MS = 100
const MOST_HOPS = 5

type Page = { status: number; location: string | null; text: string; isHtml: boolean }
type Settings = {
  siteUrl: string
  random: Random
  /** how often the server went down: an answer cut off by a kill is nobody's fault */
  serverDowns: () => number
  complaints: Complaints
  signal: AbortSignal
}

export function openReader({ siteUrl, random, serverDowns, complaints, signal }: Settings) {
  /** address and post → newest version seen there */
  const seen = new Map<string, number>()
  let pages = 0
  /** the server's life in which it last answered */
  let answeredIn: number | null = null

  /** @returns null when the server is down or was killed meanwhile */
  async function get(address: string): Promise<Page | null> {
    const downs = serverDowns()
    try {
      const response = await fetch(`${siteUrl}${address}`, {
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]),
      })
      const text = await response.text()
      answeredIn = downs
      const isHtml = response.headers.get('content-type')?.startsWith('text/html') ?? false
      return { status: response.status, location: response.headers.get('location'), text, isHtml }
    } catch (error) {
      signal.throwIfAborted()
      // its end may be noticed here first
      await sleep(SERVER_DOWN_PAUSE_MS, undefined, { signal })
      if (answeredIn === serverDowns()) complaints.add(`reading ${address} failed while the server was up: ${error}`)
      answeredIn = null
      return null
    }
  }

  /** Follows redirects within the site. */
  async function follow(address: string): Promise<Page | null> {
    let target = address
    for (let hop = 0; hop < MOST_HOPS; hop += 1) {
      const page = await get(target)
      if (!page || page.status < 300 || page.status >= 400 || !page.location) return page
      target = new URL(page.location, `${siteUrl}${target}`).pathname
    }
    complaints.add(`${address} redirects in a circle`)
    return null
  }

  function check(address: string, { text, isHtml, status }: Page) {
    pages += 1
    if (status >= 500) complaints.add(`${address} was answered with ${status}`)
    if (isHtml && !text.trimEnd().endsWith('</html>')) complaints.add(`${address} is not whole`)
    const newest = new Map<string, number>()
    for (const [, post = '', version] of text.matchAll(VERSIONS))
      newest.set(post, Math.max(newest.get(post) ?? 0, Number(version)))
    for (const [post, version] of newest) {
      const place = `${address} d${post}`
      const before = seen.get(place) ?? 0
      if (version < before) complaints.add(`${address} shows d${post}v${version} after v${before}`)
      seen.set(place, Math.max(before, version))
    }
  }

  /** Dead for sure: the very page that has the link is there before and after its target was missing. */
  async function checkDead(from: string, page: Page, target: string) {
    const still = await get(from)
    if (still?.status !== page.status || still.text !== page.text) return
    const again = await follow(target)
    const last = again?.status === 404 ? await get(from) : null
    if (last?.text === page.text) complaints.add(`${from} links to ${target}, which is not there`)
  }

  const linksOf = ({ text }: Page) =>
    [...new Set([...text.matchAll(LINKS)].map(([, target = '']) => target))].filter((to) => !ELSEWHERE.test(to))

  /** From the front page on, every page once, in any order. */
  async function walk() {
    const known = new Set(['/'])
    const waiting = ['/']
    while (waiting.length > 0) {
      signal.throwIfAborted()
      const [address = '/'] = waiting.splice(random.below(waiting.length), 1)
      const page = await get(address)
      if (page?.status !== 200) continue
      check(address, page)
      for (const target of linksOf(page)) {
        if (known.has(target)) continue
        known.add(target)
        const found = await follow(target)
        if (found?.status === 404) await checkDead(address, page, target)
        else if (found?.isHtml) waiting.push(target)
      }
    }
  }

  return { walk, get, pagesRead: () => pages }
}
export type Reader = ReturnType<typeof openReader>
