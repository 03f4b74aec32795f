/** Senders that are killed, over and over, while messages are under way. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openAnnouncements } from './announcements.ts'
import { openPushDatabase } from './database.ts'
import { openSubscriptions } from './subscriptions.ts'
import { openPushService } from './testing/push-service.ts'

const DEVICES = 120
const KILLS = 3
const MESSAGES_BEFORE_A_KILL = 20
const UNDER_WAY = 8
const TIMEOUT_MS = 60_000

it(
  'no device is told twice, and hardly any missed',
  async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-killed-'))
    const file = path.join(folder, 'push.sqlite')
    const service = await openPushService()
    const database = openPushDatabase(file)
    const devices = Array.from({ length: DEVICES }, () => service.device())
    for (const { device } of devices) openSubscriptions(database).put(device, ['module:portal'], 0)
    openAnnouncements(database).announce({ kind: 'article', documentId: 'a' }, Date.now() - 60_000)
    const received = () => devices.reduce((sum, one) => sum + one.received.length, 0)
    const key = randomBytes(32).toString('base64url')
    const start = () =>
      spawn(process.execPath, [path.join(import.meta.dirname, 'testing/run-sender.ts'), file, service.origin, key], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })

    for (let kill = 1; kill <= KILLS; kill += 1) {
      const sender = start()
      const ended = once(sender, 'exit')
      while (received() < kill * MESSAGES_BEFORE_A_KILL) await service.message()
      sender.kill('SIGKILL')
      await ended
    }
    const last = start()
    expect(await once(last, 'exit')).toEqual([0, null])
    const told = devices.map((one) => one.received.length)
    expect(Math.max(...told)).toBe(1)
    expect(received()).toBeGreaterThanOrEqual(DEVICES - KILLS * UNDER_WAY)
    expect(openSubscriptions(database).due(1, Date.now(), 1)).toEqual([])
    expect(service.state.problems.filter((problem) => !problem.includes('aborted'))).toEqual([])
    database.close()
    await service.close()
    await fs.rm(folder, { recursive: true })
  },
  TIMEOUT_MS,
)
