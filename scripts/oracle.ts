/** `npm run oracle -- [--steps 10000] [--seed 1]`: the property test of the live tree, as long and on the walk one wants. */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runCommand } from './processes/run-command.ts'
import { listenForStop } from './processes/stop-signal.ts'

const LARGEST_SEED = 2 ** 31 - 1
const number = z.string().regex(/^[1-9]\d{0,9}$/)

const signal = listenForStop(() => process.exit(1))
const { values } = parseArgs({ options: { steps: { type: 'string' }, seed: { type: 'string' } } })
const options = z.object({ steps: number.default('10000'), seed: number.default(String(randomInt(1, LARGEST_SEED))) })
const parsed = options.safeParse(values)
if (!parsed.success) {
  process.stderr.write('✗ --steps 和 --seed 后面要写正整数，例如 npm run oracle -- --steps 10000 --seed 7\n')
  process.exit(2)
}
const { steps, seed } = parsed.data
process.stdout.write(`随机步数 ${steps}，种子 ${seed}\n`)
const env = { ORACLE_STEPS: steps, ORACLE_SEED: seed, ORACLE_TALKS: 'true' }
const startedAt = performance.now()
const code = await runCommand('vitest/vitest.mjs', ['run', '--project', 'unit', 'site/publisher/oracle'], {
  signal,
  env,
})
process.stdout.write(`用时 ${Math.round((performance.now() - startedAt) / 1000)} 秒\n`)
process.exit(code)
