/** `npm run check`: format, lint, types and boundaries, all of them; then, when they hold, the tests. */
import { createSteps } from '../console/steps.mjs'
import { runCommand } from '../processes/run-command.ts'
import { listenForStop } from '../processes/stop-signal.ts'
import { checks } from './checks.ts'

const steps = createSteps(process.stdout)
const signal = listenForStop(() => process.exit(1))
const withTests = !process.argv.includes('--static')

let failed = 0
for (const { title, script, args, cwd } of checks) {
  if (signal.aborted) break
  const startedAt = performance.now()
  const code = await runCommand(script, args, { signal, cwd })
  if (code !== 0) failed += 1
  steps.say(`${code === 0 ? '✓' : '✗'} ${title} ${((performance.now() - startedAt) / 1000).toFixed(1)} 秒`)
}
if (signal.aborted || failed > 0) {
  steps.say(`✗ ${failed} 项检查没有通过`)
  process.exit(1)
}
if (withTests) await import('../test/main.ts')
