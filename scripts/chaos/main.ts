/** `npm run chaos`: whatever dies in between, nothing is lost, nothing comes twice, and readers see a whole site. */
import { createSteps } from '../console/steps.mjs'
import { printProblem } from '../processes/problem.ts'
import { listenForStop } from '../processes/stop-signal.ts'
import { HELP, type Options, readOptions } from './options.ts'
import { runDisk, runStorm } from './run-failures.ts'
import { runKills } from './run-kills.ts'
import { runSchedules } from './run-schedules.ts'

const WRONG_OPTIONS_EXIT_CODE = 2

const WORK = { kills: runKills, storm: runStorm, disk: runDisk, schedules: runSchedules } as const

function chooseWork({ disk, storm, schedules }: Options) {
  if (schedules !== undefined) return WORK.schedules
  if (disk) return WORK.disk
  return storm === undefined ? WORK.kills : WORK.storm
}

const signal = listenForStop(() => process.exit(1))
const options = readOptions()
if (!options || options.help) {
  process.stdout.write(HELP)
  process.exit(options ? 0 : WRONG_OPTIONS_EXIT_CODE)
}
try {
  process.exit(await chooseWork(options)(options, createSteps(process.stdout), signal))
} catch (error) {
  if (!signal.aborted) printProblem(error)
  process.stdout.write(`种子 ${options.seed}\n`)
  process.exit(1)
}
