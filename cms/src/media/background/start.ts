/** What is done to pictures while nobody waits for it. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '@strapi/types'
import { readEnvironment } from '../../environment'
import { logForgottenReplacements } from '../log-uses'
import { adoptUploads } from './adopt-uploads'
import { makeWaitingAvif } from './avif-queue'
import { collectGarbage } from './collect-garbage'
import { indexTexts } from './index-texts'

/** Another process (a seed, an import) adds pictures, too: the queue is looked at this often. */
const LOOK_EVERY_MS = 5_000
const EVERY_NIGHT = { rule: '30 3 * * *', tz: 'Asia/Shanghai' }

async function work(strapi: Core.Strapi, signal: AbortSignal) {
  await logForgottenReplacements(strapi)
  await indexTexts(strapi, signal)
  await adoptUploads(strapi, signal)
  while (!signal.aborted) {
    if (readEnvironment().PICTURE_AVIF === 'on') await makeWaitingAvif(strapi, signal)
    await sleep(LOOK_EVERY_MS, null, { signal }).catch(() => undefined)
  }
}

/** Begins when this process serves: a seed or an import only adds work. @returns how to stop, and wait for the end */
export function startBackground(strapi: Core.Strapi): () => Promise<void> {
  const stop = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const report = (error: unknown) => {
    if (!stop.signal.aborted) strapi.log.error(error)
  }
  strapi.server.httpServer.once('listening', () => {
    running = work(strapi, stop.signal).catch(report)
  })
  strapi.cron.add({
    collectPictures: { task: () => collectGarbage(strapi, new Date()).catch(report), options: EVERY_NIGHT },
  })
  return () => {
    stop.abort()
    return running
  }
}
