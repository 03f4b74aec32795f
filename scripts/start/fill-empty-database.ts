import type { Steps } from '../console/steps.mjs'
import { runToEnd } from '../processes/run-to-end.ts'
import type { ProcessSpec } from '../processes/start-process.ts'

/** Of what the seed prints, the lines it indents are for people; the rest is for the log. */
export async function fillEmptyDatabase(seed: ProcessSpec, steps: Steps, signal: AbortSignal): Promise<void> {
  const onLine: ProcessSpec['onLine'] = (line, from) => {
    if (from === 'stdout' && line.startsWith('  ')) steps.say(line)
  }
  await steps.run(seed.title, () => runToEnd({ ...seed, onLine }, signal))
}
