import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { z } from 'zod'

export const HELP = `npm run chaos -- [--kills 200] [--every 50] [--seed 1] [--sample full|none]
npm run chaos -- --storm 1000
npm run chaos -- --disk
npm run chaos -- --schedules 100

Starts the whole system (CMS, publisher, portal server, each a process of its own, production mode) on a scratch folder, with authors
who write, publish, rename, move, unpublish and delete, an administrator who changes columns and settings, and readers who follow every
link; and kills processes with SIGKILL at random moments. After every 50 kills it waits for quiet and compares: the change log has one
row for each change and no gap; what was acknowledged holds in the CMS and on the portal; the live tree is byte for byte what the
same content gives from nothing, at the end also by a fresh astro build; nothing temporary is left.

--storm publishes so many posts within a minute and measures when the last is live and how quick the desk's lists stay.
--disk lets the publisher's disk fill up and become read-only: the old site must stand, the desk must say so, and it must go on.
--schedules kills the CMS so many times around the seconds at which posts are due: each must come out, or be taken down, exactly once.

SQLite, or the empty PostgreSQL database that DATABASE_URL names. Exit code 1 when anything is wrong; the scratch folder then stays.
`
const LARGEST_SEED = 2 ** 31 - 1

const schema = z.object({
  help: z.boolean().default(false),
  kills: z.coerce.number().int().min(1).default(200),
  every: z.coerce.number().int().min(1).default(50),
  seed: z.coerce
    .number()
    .int()
    .min(1)
    .default(() => randomInt(1, LARGEST_SEED)),
  storm: z.coerce.number().int().min(1).optional(),
  disk: z.boolean().default(false),
  schedules: z.coerce.number().int().min(1).optional(),
  sample: z.enum(['full', 'none']).default('full'),
})
export type Options = z.infer<typeof schema>

/** @returns null when what was written cannot be understood */
export function readOptions(): Options | null {
  const text = { type: 'string' } as const
  try {
    const flag = { type: 'boolean' } as const
    const options = {
      help: flag,
      disk: flag,
      schedules: text,
      storm: text,
      kills: text,
      every: text,
      seed: text,
      sample: text,
    }
    return schema.safeParse(parseArgs({ options }).values).data ?? null
  } catch {
    return null
  }
}
