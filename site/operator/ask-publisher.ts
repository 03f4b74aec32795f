/** Hands a task to the publisher and watches it; where none is running, one is started that does just this. */
import { setTimeout as sleep } from 'node:timers/promises'
import { type RebuildProgress, rebuildProgress } from '../publisher/releases/progress.ts'
import type { RequestOutcome, Task } from '../publisher/requests/table.ts'
import { OperatorProblem } from './problem.ts'
import type { SiteState } from './site-state.ts'

const LOOK_EVERY_MS = 100
/** a publisher that cannot load its app comes and goes: between its attempts a worker of our own gets its turn */
const WORKER_EVERY_MS = 5000
/** after which a process that should have begun has not */
const MUST_BEGIN_WITHIN_MS = 30_000

export type Watcher = {
  /** starts a process of its own that works off what is asked and ends; it outlives us */
  startWorker: () => void
  onProgress: (progress: RebuildProgress) => void
  signal: AbortSignal
}

const nobodyWorks = () =>
  new OperatorProblem(
    'NOBODY_WORKS',
    '发布引擎没有接手这项任务；它会在下次 npm start 时执行。日志在 logs/operator.log。',
  )

/** @throws OperatorProblem when nobody takes the task up, or `signal` while it goes on */
export async function askPublisher(
  { journal, requests, isPublisherRunning }: SiteState,
  task: Task,
  { startWorker, onProgress, signal }: Watcher,
): Promise<RequestOutcome> {
  const id = requests.ask(task, new Date())
  const askedAt = performance.now()
  let lookedAt = Number.NEGATIVE_INFINITY
  for (;;) {
    const { isStarted, outcome } = requests.stateOf(id)
    if (outcome) return outcome
    const progress = rebuildProgress(journal)
    if (progress) onProgress(progress)
    const now = performance.now()
    if (!isStarted && now - lookedAt >= WORKER_EVERY_MS && !isPublisherRunning()) {
      if (now - askedAt > MUST_BEGIN_WITHIN_MS) throw nobodyWorks()
      startWorker()
      lookedAt = now
    }
    await sleep(LOOK_EVERY_MS, undefined, { signal })
  }
}

const sentences = {
  DISK_FULL: '磁盘空间不足：请腾出空间后再试。门户没有受影响。',
  READ_ONLY: '数据目录不能写入：请检查权限和磁盘。门户没有受影响。',
  UNKNOWN_RELEASE: '没有这个版本：npm run site -- status 会列出保存着的版本。',
  ALREADY_LIVE: '这个版本正在线上。',
  NOT_COMPILED: '门户还没有编译：请先运行一次 npm start。',
  PINNED: '门户正停在回退的版本上：请先运行 npm run site -- rebuild。',
  UNEXPECTED: '出现了意外的错误',
} as const

export function checkOutcome(outcome: RequestOutcome) {
  if (!('code' in outcome)) return outcome
  const sentence = sentences[outcome.code]
  throw new OperatorProblem(outcome.code, outcome.code === 'UNEXPECTED' ? `${sentence}：${outcome.reason}` : sentence)
}
