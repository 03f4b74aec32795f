/** What needs no chance: a storm, and a disk that fails. */
import { printResult } from '../bench/print-result.ts'
import { openScratchSystem, type ScratchSystem } from '../bench/publish/system.ts'
import type { Steps } from '../console/steps.mjs'
import { breakDisk, giveFailingDisk } from './disk.ts'
import type { Options } from './options.ts'
import { storm } from './storm.ts'

async function withSystem<T>(
  steps: Steps,
  signal: AbortSignal,
  sample: Options['sample'],
  work: (system: ScratchSystem) => Promise<T>,
) {
  const system = await openScratchSystem(steps, signal, {
    ...{ name: 'chaos', sample },
    databaseUrl: process.env.DATABASE_URL ?? '',
  })
  try {
    return await work(system)
  } finally {
    await system.stop()
    system.remove()
  }
}

/** @returns the exit code */
export async function runStorm(
  { storm: posts = 1000, sample }: Options,
  steps: Steps,
  signal: AbortSignal,
): Promise<number> {
  const result = await withSystem(steps, signal, sample, async (system) => {
    await system.start()
    return steps.run(`一分钟内发布 ${posts} 篇`, () => storm(system, posts, signal))
  })
  const { publishMs, listMs, missing, ...rest } = result
  const row = {
    ...{ posts: rest.posts, 'clicks took s': rest.clickSeconds, 'last live ms': rest.lastLiveMs },
    ...{ 'after its answer ms': rest.lastLiveAfterAnswerMs, 'publish p50/p95 ms': `${publishMs.p50}/${publishMs.p95}` },
    ...{ 'desk list p50/p95/max ms': `${listMs.p50}/${listMs.p95}/${listMs.max}`, missing: missing.length },
  }
  printResult('storm', [row], { ...result })
  return missing.length === 0 ? 0 : 1
}

/** @returns the exit code */
export async function runDisk({ sample }: Options, steps: Steps, signal: AbortSignal): Promise<number> {
  const wrong = await withSystem(steps, signal, sample, async (system) => {
    const disk = giveFailingDisk(system)
    await system.start()
    return breakDisk(system, disk, steps, signal)
  })
  printResult('disk', [{ faults: 2, wrong: wrong.length }], { wrong })
  return wrong.length === 0 ? 0 : 1
}
