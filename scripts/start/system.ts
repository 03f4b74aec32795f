/** CMS, publisher and server as one system. */
import type { Steps } from '../console/steps.mjs'
import { Problem } from '../processes/problem.ts'
import { describeFailure } from '../processes/run-to-end.ts'
import type { ProcessSpec } from '../processes/start-process.ts'
import { type Report, type Supervised, supervise } from '../processes/supervise.ts'
import type { OpenSystem } from './open-system.ts'
import type { Processes } from './processes.ts'
import { waitForAnswer } from './wait-for-answer.ts'

/** PostgreSQL far away, a cold disk: generous, but not forever */
const CMS_READY_WITHIN_MS = 180_000
/** the first release renders every page there is */
const SITE_READY_WITHIN_MS = 900_000

export type System = { start: (signal: AbortSignal) => Promise<void>; stop: () => Promise<void> }

export function createSystem(open: OpenSystem, { cms, publisher, server }: Processes, steps: Steps): System {
  const { CMS_URL, SITE_PORT } = open.settings
  const siteUrl = CMS_URL.replace(/:\d+$/, `:${SITE_PORT}`)
  const running: Supervised[] = []

  const report: Report = (spec, exit, pauseMs) => {
    const problem = describeFailure(spec, exit, '意外退出')
    steps.say(`✗ ${problem.message}`)
    for (const line of problem.lines) steps.say(`  ${line}`)
    steps.say(`  ${pauseMs / 1000} 秒后重新启动${spec.title}。`)
  }
  const launch = (spec: ProcessSpec) => {
    const supervised = supervise(spec, report)
    running.push(supervised)
    return supervised
  }
  /** Whatever of the running processes ends while we wait has failed to start. */
  const untilAnswered = async (url: string, status: number, withinMs: number, signal: AbortSignal) => {
    const waiting = new AbortController()
    const within = AbortSignal.any([signal, waiting.signal, AbortSignal.timeout(withinMs)])
    const failures = running.map(async ({ spec, failed }) => {
      throw describeFailure(spec, await failed, '意外退出')
    })
    try {
      await Promise.race([waitForAnswer(url, status, within), ...failures])
    } catch (error) {
      if (error instanceof Problem || signal.aborted) throw error
      throw new Problem(`等了 ${withinMs / 1000} 秒，${url} 还没有响应：请查看 ${open.logDir} 里的日志。`, {
        cause: error,
      })
    } finally {
      waiting.abort()
    }
  }

  return {
    start: async (signal) => {
      launch(server)
      launch(cms)
      await steps.run('启动管理台', () => untilAnswered(`${CMS_URL}/_health`, 204, CMS_READY_WITHIN_MS, signal))
      launch(publisher)
      await steps.run('启动门户', async () => {
        await untilAnswered(`${siteUrl}/healthz`, 200, SITE_READY_WITHIN_MS, signal)
        await untilAnswered(`${siteUrl}/`, 200, SITE_READY_WITHIN_MS, signal)
      })
      for (const supervised of running) supervised.keep()
    },
    stop: async () => {
      await Promise.all(running.map(({ stop }) => stop()))
    },
  }
}
