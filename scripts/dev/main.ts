/** `npm run dev`: desk and portal from their sources; both reload on change. */
import fs from 'node:fs'
import path from 'node:path'
import { createSteps } from '../console/steps.mjs'
import { printProblem } from '../processes/problem.ts'
import { runToEnd } from '../processes/run-to-end.ts'
import type { ProcessSpec } from '../processes/start-process.ts'
import { listenForStop } from '../processes/stop-signal.ts'
import { type Report, type Supervised, supervise } from '../processes/supervise.ts'
import { fillEmptyDatabase } from '../start/fill-empty-database.ts'
import { type OpenSystem, openSystem, root } from '../start/open-system.ts'
import { waitForAnswer } from '../start/wait-for-answer.ts'
import { type DevelopmentProcesses, listDevelopmentProcesses } from './processes.ts'
import { readableLine } from './readable-line.ts'

const LABEL_WIDTH = 9

const steps = createSteps(process.stdout)
const running: Supervised[] = []
const signal = listenForStop(() => process.exit(1))
const print = (name: string, line: string) => steps.say(`${name.padEnd(LABEL_WIDTH)} │ ${line}`)

async function prepare({ compile, seed }: DevelopmentProcesses) {
  // what `npm start` built must not be taken for whole once this has compiled into it
  fs.rmSync(path.join(root, 'cms/dist'), { recursive: true, force: true })
  await steps.run(compile.title, () => runToEnd(compile, signal))
  await fillEmptyDatabase(seed, steps, signal)
}

const report: Report = ({ name, title }, _exit, pauseMs) => {
  print(name, `${title}意外退出，${pauseMs / 1000} 秒后重新启动。`)
}

function launch(spec: ProcessSpec) {
  const onLine = (line: string) => print(spec.name, readableLine(line, process.stdout.isTTY))
  const supervised = supervise({ ...spec, onLine }, report)
  supervised.keep()
  running.push(supervised)
}

async function run({ settings }: OpenSystem, { cms, publisher, astro }: DevelopmentProcesses) {
  launch(cms)
  await waitForAnswer(`${settings.CMS_URL}/_health`, 204, signal)
  launch(publisher)
  launch(astro)
  const { SITE_PORT, CMS_PORT } = settings
  steps.say(`\n  门户    http://localhost:${SITE_PORT}\n  管理台  http://localhost:${CMS_PORT}/admin\n`)
}

async function main(): Promise<number> {
  let exitCode = 0
  try {
    const open = await openSystem('development', steps)
    const processes = listDevelopmentProcesses(open)
    await prepare(processes)
    await run(open, processes)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  } catch (error) {
    if (!signal.aborted) {
      printProblem(error)
      exitCode = 1
    }
  }
  if (running.length > 0) await steps.run('停止', () => Promise.all(running.map(({ stop }) => stop())))
  return exitCode
}

process.exit(await main())
