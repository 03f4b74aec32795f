/** Messages as devices receive them, by a push service that checks, decrypts and counts. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openAnnouncements } from './announcements.ts'
import type { CurrentPost, ReadPosts } from './current-posts.ts'
import { openPushDatabase } from './database.ts'
import { createDelivery, type Deliver } from './deliver.ts'
import { pushKeyFrom } from './key.ts'
import { createSender, GATHER_MS, QUIET_MS } from './sender.ts'
import { servicesFrom } from './services.ts'
import { openSubscriptions } from './subscriptions.ts'
import { openPushService, type PushService } from './testing/push-service.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const key = pushKeyFrom(randomBytes(32).toString('base64url'))
const go = new AbortController().signal

let service: PushService
let folder: string
let database: DatabaseSync
let delivery: ReturnType<typeof createDelivery>
let time: number
let takenDown: Set<string>

beforeEach(async () => {
  service = await openPushService()
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-push-'))
  database = openPushDatabase(path.join(folder, 'push.sqlite'))
  delivery = createDelivery({ key, contact: 'mailto:dj@example.edu.cn', services: servicesFrom(service.origin) })
  time = Date.now()
  takenDown = new Set()
})
afterEach(async () => {
  delivery.close()
  database.close()
  await service.close()
  await fs.rm(folder, { recursive: true })
})

const columnOf = (documentId: string) => (documentId.startsWith('notice') ? 'notices' : 'news')
const readPosts: ReadPosts = (announcements) =>
  announcements
    .filter(({ documentId }) => !takenDown.has(documentId))
    .map(({ id, kind, documentId }): CurrentPost => {
      const column = columnOf(documentId)
      return {
        ...{ id, key: `${kind}-${documentId}`, title: `标题 ${documentId}`, address: `/${column}/${documentId}/` },
        ...{ column, columnAddress: `/${column}/`, columnId: column, module: 'portal' },
      }
    })

function publish(...documentIds: string[]) {
  const announcements = openAnnouncements(database)
  for (const documentId of documentIds) announcements.announce({ kind: 'article', documentId }, time)
}

function subscribe(choices = ['module:portal']) {
  const one = service.device()
  openSubscriptions(database).put(one.device, choices, openAnnouncements(database).last())
  return one
}

function round(deliver: Deliver = delivery.deliver, signal = go) {
  const [announcements, subscriptions] = [openAnnouncements(database), openSubscriptions(database)]
  const logger = { info: () => undefined }
  return createSender({ announcements, subscriptions, readPosts, deliver, logger, now: () => time }).round(signal)
}
const later = (ms = GATHER_MS) => {
  time += ms
}
const bodies = ({ received }: ReturnType<typeof subscribe>) => received.map(({ message }) => message.body)

describe('a new post', () => {
  it('is told to each device that chose its column, encrypted and signed', async () => {
    const [all, news, notices] = [subscribe(), subscribe(['column:news']), subscribe(['column:notices'])]
    publish('a')
    later()
    expect(await round()).toEqual({ delivered: 2, gone: 0, refused: 0, failed: 0 })
    expect(all.received[0]?.message).toEqual({ title: 'news', body: '标题 a', url: '/news/a/', tag: 'article-a' })
    expect([bodies(news), bodies(notices)]).toEqual([['标题 a'], []])
    expect(service.state.problems).toEqual([])
    expect(all.received[0]).toMatchObject({
      publicKey: key.publicKey,
      headers: { ttl: '86400', urgency: 'normal', topic: expect.stringMatching(/^[\w-]{1,32}$/) },
    })
    expect(all.received[0]?.bytes).toBeLessThan(4096)
  })

  it('is told once, however often one looks, and after a restart', async () => {
    const device = subscribe()
    publish('a')
    later()
    await round()
    await round()
    later(DAY_MS / 2)
    database.close()
    database = openPushDatabase(path.join(folder, 'push.sqlite'))
    await round()
    expect(bodies(device)).toEqual(['标题 a'])
  })

  it('is told together with what follows it shortly, and no device is disturbed every minute', async () => {
    const device = subscribe()
    publish('a')
    later(GATHER_MS / 2)
    publish('b')
    await round()
    expect(device.received).toHaveLength(0)
    later()
    publish('c')
    await round()
    later(MINUTE_MS)
    await round()
    expect(device.received.map(({ message }) => message.title)).toEqual(['2 篇新稿'])
    later(QUIET_MS)
    await round()
    expect(bodies(device)).toEqual(['news：标题 b\nnews：标题 a', '标题 c'])
  })

  it('that came before the device subscribed is not told, nor one that was taken down', async () => {
    publish('a')
    const device = subscribe()
    publish('b')
    takenDown.add('b')
    later()
    await round()
    expect(device.received).toEqual([])
  })

  it('is news for a day', async () => {
    const device = subscribe()
    publish('a')
    later(DAY_MS + MINUTE_MS)
    await round()
    expect(device.received).toEqual([])
  })
})

describe('a device', () => {
  it.each([404, 410])('whose service answers %s is forgotten', async (status) => {
    const device = subscribe()
    device.answer(status)
    publish('a')
    later()
    expect(await round()).toMatchObject({ gone: 1 })
    expect(openSubscriptions(database).count()).toBe(0)
  })

  it('that could not be reached is told again, with what is new by then', async () => {
    const device = subscribe()
    device.answer(503)
    publish('a')
    later()
    expect(await round()).toMatchObject({ failed: 1 })
    device.answer(201)
    publish('b')
    await round()
    expect(device.received).toEqual([])
    later(MINUTE_MS)
    await round()
    expect(bodies(device)).toEqual(['news：标题 b\nnews：标题 a'])
  })

  it('is left alone for as long as its service asks', async () => {
    const device = subscribe()
    device.answer(429, { 'retry-after': '1800' })
    publish('a')
    later()
    await round()
    device.answer(201)
    later(20 * MINUTE_MS)
    await round()
    expect(device.received).toEqual([])
    later(10 * MINUTE_MS)
    await round()
    expect(device.received).toHaveLength(1)
  })

  it('that refuses a message is not asked again for it, and forgotten after a month', async () => {
    const device = subscribe()
    device.answer(403)
    for (let day = 0; day <= 30; day += 1) {
      expect(openSubscriptions(database).count()).toBe(1)
      publish(`post-${day}`)
      later()
      await round()
      later(DAY_MS)
    }
    expect(openSubscriptions(database).count()).toBe(0)
  })

  it('of a service that does not answer costs the others nothing', async () => {
    const devices = Array.from({ length: 50 }, () => subscribe())
    await service.close()
    publish('a')
    later()
    let asked = 0
    const counts = await round((device, message) => {
      asked += 1
      return delivery.deliver(device, message)
    })
    expect(counts.failed).toBe(50)
    expect(asked).toBeLessThan(17)
    expect(openSubscriptions(database).count()).toBe(devices.length)
    service = await openPushService()
  })

  it('with an address inside the house is never connected to', async () => {
    const inside = createDelivery({ key, contact: 'mailto:dj@example.edu.cn', services: servicesFrom('localhost') })
    const { keys } = service.device().device
    const message = { title: 't', body: 'b', url: '/', tag: 'x' }
    expect(await inside.deliver({ endpoint: 'https://localhost/m', keys }, message)).toMatchObject({
      ...{ kind: 'failed', reason: 'FORBIDDEN_ADDRESS' },
    })
    const stranger = { endpoint: service.device().device.endpoint, keys }
    expect(await inside.deliver(stranger, message)).toEqual({ kind: 'refused', status: 0 })
    inside.close()
  })
})

describe('a sender', () => {
  it('that is killed while a message is under way tells nobody twice, and the others at its next start', async () => {
    const devices = Array.from({ length: 20 }, () => subscribe())
    publish('a')
    later()
    // it hangs for ever, as a process that was killed
    void round(() => new Promise(() => undefined))
    await new Promise((resolve) => setTimeout(resolve, 20))
    await round()
    const told = devices.filter(({ received }) => received.length > 0)
    expect(told).toHaveLength(12)
    expect(told.every(({ received }) => received.length === 1)).toBe(true)
  })

  it('that is asked to stop leaves the rest for later', async () => {
    const devices = Array.from({ length: 20 }, () => subscribe())
    publish('a')
    later()
    const stop = new AbortController()
    await round((device, message) => {
      stop.abort()
      return delivery.deliver(device, message)
    }, stop.signal)
    await round()
    expect(devices.map(({ received }) => received.length)).toEqual(devices.map(() => 1))
  })

  it('shares the work with another, and keeps the number at once small', async () => {
    const devices = Array.from({ length: 150 }, () => subscribe())
    publish('a')
    later()
    const [one, other] = await Promise.all([round(), round()])
    expect(one.delivered + other.delivered).toBe(150)
    expect(devices.every(({ received }) => received.length === 1)).toBe(true)
    expect(service.state.mostInFlight).toBeLessThanOrEqual(16)
  })
})
