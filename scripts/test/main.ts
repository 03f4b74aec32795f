/**
 * `npm test [unit|http|browser|chaos|nginx …]`: every suite runs, also after one has failed; each ends with its runner's counts.
 * The one that wants nginx runs only when it is named: not every machine has it.
 */
import { runCommand } from '../processes/run-command.ts'
import { listenForStop } from '../processes/stop-signal.ts'

const USUAL_SUITES = ['unit', 'http', 'browser', 'chaos'] as const
const SUITES = [...USUAL_SUITES, 'nginx'] as const
type Suite = (typeof SUITES)[number]

const signal = listenForStop(() => process.exit(1))

function chooseSuites(words: readonly string[]): readonly Suite[] {
  const unknown = words.find((word) => !SUITES.includes(word as Suite))
  if (unknown === undefined) return words.length === 0 ? USUAL_SUITES : SUITES.filter((suite) => words.includes(suite))
  process.stderr.write(`✗ 没有“${unknown}”这组测试：可以写 ${SUITES.join('、')}，不写则全部运行。\n`)
  process.exit(2)
}

function listCommands(suites: readonly Suite[]): string[][] {
  const projects = suites
    .filter((suite) => suite === 'unit' || suite === 'http' || suite === 'nginx')
    .flatMap((suite) => ['--project', suite])
  return [
    ...(projects.length > 0 ? [['vitest/vitest.mjs', 'run', ...projects]] : []),
    ...(suites.includes('browser') ? [['@playwright/test/cli.js', 'test']] : []),
    // walks that can be repeated; `npm run chaos` takes longer ones
    ...(suites.includes('chaos')
      ? [
          ['../scripts/chaos/main.ts', '--kills', '10', '--sample', 'none', '--seed', '1'],
          ['../scripts/chaos/main.ts', '--schedules', '3', '--seed', '1'],
        ]
      : []),
  ]
}

let exitCode = 0
for (const [script = '', ...args] of listCommands(chooseSuites(process.argv.slice(2)))) {
  if (signal.aborted) break
  const code = await runCommand(script, args, { signal })
  exitCode ||= code
}
process.exit(signal.aborted ? 1 : exitCode)
