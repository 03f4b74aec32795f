/** How long it takes until every device is told, and how long a reader's request may wait for it meanwhile. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openAnnouncements } from '../../../site/push/announcements.ts'
import { openPushDatabase } from '../../../site/push/database.ts'
import { createDelivery } from '../../../site/push/deliver.ts'
import { pushKeyFrom } from '../../../site/push/key.ts'
import { createSender } from '../../../site/push/sender.ts'
import { servicesFrom } from '../../../site/push/services.ts'
import { openSubscriptions } from '../../../site/push/subscriptions.ts'
import { createBrowserKeys } from '../../../site/push/testing/decrypt.ts'

const NANOSECONDS_A_MS = 1e6
const KEY = `${'A'.repeat(42)}E`
const post = {
  ...{ id: 1, key: 'article-a', title: '关于开展年度组织生活会的通知', address: '/news/a/', column: '要闻' },
  ...{ columnAddress: '/news/', columnId: 'news', module: 'portal' },
}

export type Telling = { seconds: number; delivered: number; cpuMs: number; delayP99Ms: number; delayMaxMs: number }

export async function measureTelling(folder: string, devices: number): Promise<Telling> {
  const service = fork(path.join(import.meta.dirname, 'accept-all.ts'))
  const [origin] = (await once(service, 'message')) as [string]
  const database = openPushDatabase(path.join(folder, 'telling.sqlite'))
  const [announcements, subscriptions] = [openAnnouncements(database), openSubscriptions(database)]
  const { curve: _curve, ...keys } = createBrowserKeys(Buffer.alloc(16, 7))
  database.exec('BEGIN')
  for (let n = 0; n < devices; n += 1) subscriptions.put({ endpoint: `${origin}/${n}`, keys }, ['module:portal'], 0)
  database.exec('COMMIT')
  announcements.announce({ kind: 'article', documentId: 'a' }, Date.now() - 60_000)
  const settings = { key: pushKeyFrom(KEY), contact: 'mailto:dj@example.edu.cn', services: servicesFrom(origin) }
  const { deliver, close } = createDelivery(settings)
  const logger = { info: () => undefined }
  const sender = createSender({ announcements, subscriptions, readPosts: () => [post], deliver, logger })
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const [from, used] = [performance.now(), process.cpuUsage()]
  const { delivered } = await sender.round(new AbortController().signal)
  const { user, system } = process.cpuUsage(used)
  const seconds = (performance.now() - from) / 1000
  delay.disable()
  close()
  database.close()
  service.disconnect()
  return {
    ...{ seconds, delivered, cpuMs: (user + system) / 1000 / devices },
    ...{ delayP99Ms: delay.percentile(99) / NANOSECONDS_A_MS, delayMaxMs: delay.max / NANOSECONDS_A_MS },
  }
}
