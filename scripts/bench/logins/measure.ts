/** What readers wait for the CMS while nobody logs in, and while many do at once. */
import { setTimeout as sleep } from 'node:timers/promises'
import { numberOf, PASSWORD } from './fill-members.ts'

/** Asked at a steady pace, whether the last one has answered or not: a stall is seen by everybody who comes in it. */
const EVERY_MS = 10
const ASKED = '/api/articles?pagination[pageSize]=5'

export type Measured = { idle: number[]; during: number[]; logins: number[]; refused: number }

async function timed(url: string, init: RequestInit = {}): Promise<{ ms: number; status: number }> {
  const since = performance.now()
  const response = await fetch(url, init)
  await response.arrayBuffer()
  return { ms: performance.now() - since, status: response.status }
}

/** @param until what ends it; at least one is asked */
async function askUntil(cmsUrl: string, until: Promise<unknown>): Promise<number[]> {
  const answers: Promise<{ ms: number }>[] = []
  let isOver = false
  const ended = until.finally(() => {
    isOver = true
  })
  do {
    answers.push(timed(cmsUrl + ASKED))
    await sleep(EVERY_MS)
  } while (!isOver)
  await ended
  return (await Promise.all(answers)).map(({ ms }) => ms)
}

const logIn = (cmsUrl: string, n: number) =>
  timed(`${cmsUrl}/api/auth/login`, {
    method: 'POST',
    // each from an address of his own, as the portal's server would say
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': `198.51.${Math.floor(n / 250)}.${(n % 250) + 1}`,
    },
    body: JSON.stringify({ number: numberOf(n), password: PASSWORD }),
  })

export async function measureLogins(cmsUrl: string, burst: number, rounds: number): Promise<Measured> {
  const IDLE_MS = 10_000
  const found: Measured = { idle: [], during: [], logins: [], refused: 0 }
  // the first ones compile what they need
  await askUntil(cmsUrl, Promise.all([logIn(cmsUrl, 0), sleep(2000)]))
  found.idle = await askUntil(cmsUrl, sleep(IDLE_MS))
  for (let round = 0; round < rounds; round += 1) {
    const logins = Promise.all(Array.from({ length: burst }, (_, n) => logIn(cmsUrl, n)))
    found.during.push(...(await askUntil(cmsUrl, logins)))
    for (const { ms, status } of await logins) {
      if (status === 200) found.logins.push(ms)
      else found.refused += 1
    }
    await sleep(1000)
  }
  return found
}
