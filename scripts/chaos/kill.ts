/** SIGKILL at random moments, until it is enough. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from './random.ts'
import type { World } from './world.ts'

const WEIGHTS = { publisher: 5, cms: 3, server: 2 } as const
export type Victim = keyof typeof WEIGHTS
export type Kills = Record<Victim, number>

/** A slow machine has to get some work done between two kills, too: moments are counted in answers, then in milliseconds. */
const MOST_ANSWERS = 10
const MOST_MS = 400
/** while something is just coming up */
const AT_ONCE_ONE_IN = 5
const ANSWERS_WITHIN_MS = 120_000
const LOOK_EVERY_MS = 20

async function untilAnswered(world: World, count: number, signal: AbortSignal) {
  const wanted = world.tally.acknowledged + count
  for (const deadline = Date.now() + ANSWERS_WITHIN_MS; world.tally.acknowledged < wanted; ) {
    if (Date.now() > deadline) return world.complaints.add('the CMS gave no answer for two minutes')
    await sleep(LOOK_EVERY_MS, undefined, { signal })
  }
}

export async function killSome(world: World, random: Random, count: number, kills: Kills, signal: AbortSignal) {
  for (let n = 0; n < count; n += 1) {
    if (!random.isOneIn(AT_ONCE_ONE_IN)) await untilAnswered(world, random.between(1, MOST_ANSWERS), signal)
    await sleep(random.below(MOST_MS), undefined, { signal })
    const victim = random.weighted(WEIGHTS)
    await world.kept[victim].kill()
    kills[victim] += 1
  }
}
