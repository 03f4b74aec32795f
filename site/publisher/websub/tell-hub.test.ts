import { setTimeout as sleep } from 'node:timers/promises'
import pino from 'pino'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Scratch, scratchReadModel } from '../../src/content/testing/builders.ts'
import { openJournal } from '../journal.ts'
import { tellHub } from './tell-hub.ts'

const HUB = 'https://hub.example.org/'
const SITE = 'https://dj.example.edu.cn'

let scratch: Scratch
let stop: AbortController
let calls: string[][]
let status: number
let clock: number

beforeEach(() => {
  scratch = scratchReadModel()
  stop = new AbortController()
  calls = []
  status = 204
  clock = 0
})
afterEach(() => stop.abort())

function start() {
  const journal = openJournal(scratch.database)
  const teller = tellHub({
    ...{ database: scratch.database, journal, hub: HUB, siteUrl: SITE, logger: pino({ level: 'silent' }) },
    ...{ signal: stop.signal, now: () => clock, togetherMs: 0 },
    fetch: async (address, options) => {
      expect([String(address), options?.method]).toEqual([HUB, 'POST'])
      const form = options?.body as URLSearchParams
      expect(form.get('hub.mode')).toBe('publish')
      calls.push(form.getAll('hub.url'))
      return new Response(null, { status })
    },
  })
  if (!teller) throw new Error('there is a hub')
  const write = (address: string, hash: string) => {
    journal.savePage({ address, hash, bytes: 1, reads: [], staleAt: null, media: [] })
    teller.treeChanged({ written: [address.slice(1)], removed: [] })
  }
  return { ...teller, write }
}
const settled = () => sleep(50)

describe('the hub', () => {
  it('is told once of a feed that changed, not of pages, not of what it never knew', async () => {
    const { write } = start()
    write('/news/rss.xml', '1')
    write('/news/a/', '1')
    await settled()
    expect(calls).toEqual([])
    write('/news/rss.xml', '2')
    write('/news/a/', '2')
    write('/news/rss.xml', '2')
    await settled()
    expect(calls).toEqual([[`${SITE}/news/rss.xml`]])
  })

  it('is told of feeds that a release changed, and of nothing at a start', async () => {
    const { write, treeChanged } = start()
    write('/rss.xml', '1')
    write('/feed.json', '1')
    treeChanged({ release: 'one' })
    await settled()
    expect(calls).toEqual([])
    openJournal(scratch.database).savePage({
      address: '/feed.json',
      hash: '2',
      bytes: 1,
      reads: [],
      staleAt: null,
      media: [],
    })
    treeChanged({ release: 'two' })
    await settled()
    expect(calls).toEqual([[`${SITE}/feed.json`]])
  })

  it('that fails is told again later', async () => {
    const { write, treeChanged } = start()
    write('/rss.xml', '1')
    status = 503
    write('/rss.xml', '2')
    await settled()
    expect(calls).toHaveLength(1)
    status = 204
    treeChanged({ written: ['a.css'], removed: [] })
    await settled()
    expect(calls).toHaveLength(1)
    clock = 61_000
    treeChanged({ written: ['a.css'], removed: [] })
    await settled()
    expect(calls).toHaveLength(2)
    clock = 600_000
    treeChanged({ written: ['a.css'], removed: [] })
    await settled()
    expect(calls).toHaveLength(2)
  })

  it.each([
    ['', SITE],
    [HUB, ''],
  ])('is nobody where hub and site are %j and %j', (hub, siteUrl) => {
    const { database } = scratch
    const logger = pino({ level: 'silent' })
    expect(tellHub({ database, journal: openJournal(database), hub, siteUrl, logger, signal: stop.signal })).toBeNull()
  })
})
