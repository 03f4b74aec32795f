/** 新稿提醒: devices subscribe at `/push/`, and are told of new posts beside the serving of pages. */
import type { FastifyInstance } from 'fastify'
import { openAnnouncements } from '../../push/announcements.ts'
import { readPostsFrom } from '../../push/current-posts.ts'
import { openPushDatabase } from '../../push/database.ts'
import { createDelivery } from '../../push/deliver.ts'
import { createSender } from '../../push/sender.ts'
import type { PushSettings } from '../../push/settings.ts'
import { openSubscriptions } from '../../push/subscriptions.ts'
import { serveSubscriptions } from './subscriptions.ts'

const LOOK_EVERY_MS = 2000

/** Rounds one after the other; the database says what is due, so a look that fails costs nothing. */
function lookAgainAndAgain(app: FastifyInstance, round: (signal: AbortSignal) => Promise<unknown>) {
  const stop = new AbortController()
  let running: Promise<unknown> | null = null
  const look = () => {
    running ??= round(stop.signal)
      .catch((error: unknown) => app.log.warn({ reason: String(error) }, 'new posts are told later'))
      .finally(() => {
        running = null
      })
  }
  const clock = setInterval(look, LOOK_EVERY_MS)
  clock.unref()
  return async () => {
    stop.abort()
    clearInterval(clock)
    await running
  }
}

function openIfPossible(app: FastifyInstance, file: string) {
  try {
    return openPushDatabase(file)
  } catch (error) {
    app.log.error({ err: error }, 'devices cannot be told of new posts until the next start')
    return null
  }
}

/** Pages are served, whatever happens here. */
export async function registerPush(app: FastifyInstance, settings: PushSettings): Promise<void> {
  const database = openIfPossible(app, settings.databaseFile)
  if (!database) return
  const [announcements, subscriptions] = [openAnnouncements(database), openSubscriptions(database)]
  const { deliver, close } = createDelivery(settings)
  const readPosts = readPostsFrom(settings.readModelPath)
  const sender = createSender({ announcements, subscriptions, readPosts, deliver, logger: app.log })
  const stop = lookAgainAndAgain(app, sender.round)
  app.addHook('onClose', async () => {
    await stop()
    close()
    database.close()
  })
  const parts = { subscriptions, announcements, services: settings.services, publicKey: settings.key.publicKey }
  await app.register(async (scope) => serveSubscriptions(scope, parts), { prefix: '/push' })
}
