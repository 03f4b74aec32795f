/** Kills, comparisons, and what is said about them in the end. */
import { printResult } from '../bench/print-result.ts'
import { openScratchSystem } from '../bench/publish/system.ts'
import type { Steps } from '../console/steps.mjs'
import { type Kills, killSome } from './kill.ts'
import type { Options } from './options.ts'
import { createRandom } from './random.ts'
import { openWorld, type World } from './world.ts'

async function killAndCheck(world: World, { kills: wanted, every, seed }: Options, steps: Steps, signal: AbortSignal) {
  const random = createRandom(seed ^ 0x5eed)
  const kills: Kills = { publisher: 0, cms: 0, server: 0 }
  for (let done = 0; done < wanted; ) {
    const count = Math.min(every, wanted - done)
    await steps.run(`杀 ${count} 次`, () => world.during(() => killSome(world, random, count, kills, signal)))
    done += count
    await steps.run('核对', () => world.check(done >= wanted))
  }
  return kills
}

async function summarize(world: World, kills: Kills, { seed }: Options, startedAt: number) {
  const { tally, complaints } = world
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  const rows = await world.rows()
  const row = {
    ...{ seed, 'kills publisher/CMS/server': Object.values(kills).join('/'), posts: world.posts() },
    ...{ acknowledged: tally.acknowledged, 'unanswered (took place)': `${tally.lost} (${tally.happened})` },
    ...{ 'log rows': rows, 'pages read': world.pagesRead(), wrong: complaints.count(), seconds },
  }
  printResult('chaos', [row], {
    ...{ seed, kills, posts: world.posts(), ...tally, rows, pagesRead: world.pagesRead(), seconds },
    ...{ wrong: complaints.count(), complaints: complaints.lines },
  })
}

/** @returns the exit code */
export async function runKills(options: Options, steps: Steps, signal: AbortSignal): Promise<number> {
  const startedAt = performance.now()
  const databaseUrl = process.env.DATABASE_URL ?? ''
  const { seed, kills, sample } = options
  steps.say(`种子 ${seed}`)
  const system = await openScratchSystem(steps, signal, { name: 'chaos', sample, databaseUrl })
  process.env.SITE_URL = system.open.settings.SITE_URL
  const world = await steps.run('启动', () => openWorld(system, createRandom(seed), steps.say, signal))
  try {
    await summarize(world, await killAndCheck(world, options, steps, signal), options, startedAt)
  } finally {
    await world.stop()
  }
  if (world.complaints.count() === 0) {
    system.remove()
    return 0
  }
  steps.say(`✗ ${world.complaints.count()} 处不对。数据留在 ${system.dataDir}`)
  steps.say(`  再来一次：npm run chaos -- --kills ${kills} --seed ${seed} --sample ${sample}`)
  return 1
}
