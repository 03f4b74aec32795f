/** Builds what is stale; side by side where the memory allows it. */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Steps } from '../console/steps.mjs'
import { takeLock } from '../processes/lock.ts'
import { openLog } from '../processes/log-file.ts'
import { runToEnd } from '../processes/run-to-end.ts'
import { clearOutput, hashSources, isStale, recordBuild } from './staleness.ts'
import { type BuildTarget, buildTargets } from './targets.ts'

/** each of the two wants up to 2 GB */
const SIDE_BY_SIDE_FROM_BYTES = 4 * 1024 ** 3
const ASK_AGAIN_MS = 500

export type BuildContext = { root: string; logDir: string; env: NodeJS.ProcessEnv; steps: Steps; signal: AbortSignal }

async function build(target: BuildTarget, { root, logDir, env, steps, signal }: BuildContext) {
  await steps.run(target.title, async () => {
    const sources = hashSources(root, target)
    clearOutput(root, target)
    await runToEnd(
      {
        name: target.name,
        title: target.title,
        script: path.join(root, target.script),
        args: target.args,
        cwd: path.join(root, target.cwd),
        env,
        log: openLog(logDir, target.name),
      },
      signal,
    )
    recordBuild(root, target, sources)
  })
}

/** Another start in the same clone, on another DATA_DIR, may be building into the same folders. */
async function holdingBuilds(context: BuildContext, work: () => Promise<void>) {
  const file = path.join(context.root, 'node_modules', '.portal-build.lock')
  for (;;) {
    const lock = takeLock(file)
    if ('release' in lock) return work().finally(lock.release)
    await sleep(ASK_AGAIN_MS, undefined, { signal: context.signal })
  }
}

export async function buildStale(context: BuildContext): Promise<void> {
  const listStale = () => buildTargets.filter((target) => isStale(context.root, target))
  if (listStale().length === 0) return
  await holdingBuilds(context, async () => {
    const stale = listStale()
    if (process.availableMemory() >= SIDE_BY_SIDE_FROM_BYTES) {
      await Promise.all(stale.map((target) => build(target, context)))
      return
    }
    for (const target of stale) await build(target, context)
  })
}
