/** Opens what the publisher keeps, whether it is running or not. */
import fs from 'node:fs'
import path from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { SHAPE } from '../publisher/journal/schema.ts'
import { type Journal, openJournal } from '../publisher/journal.ts'
import { isLocked } from '../publisher/lock.ts'
import { openHistory } from '../publisher/report/history.ts'
import { type OperatorRequests, openOperatorRequests } from '../publisher/requests/table.ts'
import { openReadModel } from '../src/content/read-model.ts'
import { OperatorProblem } from './problem.ts'

export type SiteState = {
  siteDir: string
  database: DatabaseSync
  journal: Journal
  requests: OperatorRequests
  history: ReturnType<typeof openHistory>
  isPublisherRunning: () => boolean
}

/** Opening a journal of another shape would empty it under a publisher that still runs with the old code. */
function checkShape(database: DatabaseSync) {
  if (database.prepare('PRAGMA user_version').get()?.user_version === SHAPE) return
  database.close()
  throw new OperatorProblem('OTHER_VERSION', '数据是另一个版本的程序写的：请先用 npm start 启动一次现在的程序。')
}

/** @throws OperatorProblem when nothing was ever published here */
export function openSiteState(siteDir: string): SiteState {
  const file = path.join(siteDir, 'read-model.sqlite')
  if (!fs.existsSync(file))
    throw new OperatorProblem('NOTHING_PUBLISHED', `${siteDir} 里还没有门户：请先运行一次 npm start。`)
  const database = openReadModel(file, { readOnly: false })
  checkShape(database)
  return {
    ...{ siteDir, database, journal: openJournal(database), requests: openOperatorRequests(database) },
    history: openHistory(database),
    isPublisherRunning: () => isLocked(siteDir),
  }
}
