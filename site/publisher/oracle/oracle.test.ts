/**
 * After whatever changes, in whatever order and batches, the live tree is byte for byte what the same content gives
 * from nothing. ORACLE_STEPS and ORACLE_SEED take another walk; a failing one is shrunk and told in words.
 */
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'astro'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { step } from './actions.ts'
import { type App, loadApp } from './app.ts'
import { type Report, runSequence } from './sequence.ts'

const settings = z
  .object({
    ORACLE_STEPS: z.coerce.number().int().positive().default(600),
    ORACLE_SEED: z.coerce.number().int().default(20261124),
    /** set by `npm run oracle`: a long walk says how far it is */
    ORACLE_TALKS: z.stringbool().default(false),
  })
  .parse(process.env)
const LONGEST_SEQUENCE = 60
/** far below the mean of fast-check’s arrays: the last sequences find enough steps made */
const SHORT_SEQUENCE = 10
const SEQUENCES_PER_BUILD = 10
const SEQUENCES_PER_LINE = 20

const root = path.resolve(import.meta.dirname, '../..')
let outDir: string
let app: App

beforeAll(async () => {
  fs.mkdirSync(path.join(root, '.tmp'), { recursive: true })
  outDir = fs.mkdtempSync(path.join(root, '.tmp/oracle-app-'))
  // as it is built for readers: components are compiled otherwise for tests
  vi.stubEnv('NODE_ENV', 'production')
  await build({ root, outDir, logLevel: 'error', vite: { logLevel: 'error' } })
  vi.stubEnv('SITE_URL', 'https://dj.example.edu.cn')
  app = await loadApp(outDir)
}, 120_000)

afterAll(() => {
  fs.rmSync(outDir, { recursive: true, force: true })
  vi.unstubAllEnvs()
})

const say = (line: string) => {
  if (settings.ORACLE_TALKS) process.stdout.write(`${line}\n`)
}

it('the live tree is what the same content gives from nothing', async () => {
  let steps = 0
  let sequences = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: LONGEST_SEQUENCE, size: 'max' }), async (sequence) => {
      if (steps >= settings.ORACLE_STEPS) return
      const report: Report = { steps: 0, lines: [] }
      sequences += 1
      try {
        await runSequence(app, sequence, report, sequences % SEQUENCES_PER_BUILD === 0)
      } catch (error) {
        throw new Error(`${report.lines.join('\n')}\n\n${error instanceof Error ? error.message : error}`, {
          cause: error,
        })
      }
      steps += report.steps
      if (sequences % SEQUENCES_PER_LINE === 0) say(`${steps} steps in ${sequences} sequences`)
    }),
    { seed: settings.ORACLE_SEED, numRuns: Math.ceil(settings.ORACLE_STEPS / SHORT_SEQUENCE) },
  )
  say(`${steps} steps in ${sequences} sequences: nothing found`)
  expect(steps).toBeGreaterThanOrEqual(settings.ORACLE_STEPS)
}, 7_200_000)
