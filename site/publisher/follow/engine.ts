/** The parts of the publisher, put together. */
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import type { Logger } from 'pino'
import { openStaging } from '../batch/staging.ts'
import type { CmsClient } from '../cms-client.ts'
import type { Journal } from '../journal.ts'
import { mediaPlacer } from '../media/place.ts'
import type { Renderer } from '../renderer.ts'
import { cursorOf } from '../report/collect.ts'
import type { EngineState } from '../report/engine-state.ts'
import { createReporter } from '../report/reporter.ts'
import type { Bell } from './bell.ts'
import { type ChangeFeed, openChangeFeed } from './change-feed.ts'
import type { OnTreeChanged, Requests } from './hooks.ts'
import { createRetry, type Retry } from './retry.ts'

export type Follower = {
  database: DatabaseSync
  journal: Journal
  cms: CmsClient
  /** null: keep the read model only (`npm run dev`, where Astro renders on request) */
  renderer: Renderer | null
  siteDir: string
  uploadsDir: string
  logger: Logger
  signal: AbortSignal
  now?: () => Date
  pagesABatch?: number
  requests?: Requests
  onTreeChanged?: OnTreeChanged
}

export type Engine = Follower & {
  now: () => Date
  onTreeChanged: OnTreeChanged
  state: EngineState
  feed: ChangeFeed
  staging: ReturnType<typeof openStaging>
  placeMedia: ReturnType<typeof mediaPlacer>
  retry: Retry
  /** there is something to tell the CMS */
  tell: () => void
}

export function assemble(follower: Follower, bell: Bell) {
  const { cms, database, journal, logger, siteDir, uploadsDir, signal } = follower
  const state: EngineState = { problem: null }
  const staging = openStaging(path.join(siteDir, 'staging'))
  const feed = openChangeFeed({ cms, cursor: cursorOf(journal), bell, logger, signal })
  const reporter = createReporter({ database, journal, cms, siteDir, state, logger, signal })
  const engine: Engine = {
    ...{ now: () => new Date(), onTreeChanged: () => undefined, ...follower },
    ...{
      state,
      retry: createRetry(database, journal),
      staging,
      feed,
      tell: reporter.ring,
      placeMedia: mediaPlacer({ uploadsDir, staging }),
    },
  }
  return { engine, feed, reporter }
}
