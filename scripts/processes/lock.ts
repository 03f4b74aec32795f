/** One holder at a time, by a file that names the process; a file whose process is gone counts for nothing. */
import fs from 'node:fs'
import { z } from 'zod'
import { birthOf, isRunning } from './process-identity.ts'

const holderSchema = z.object({ pid: z.number().int(), bornAt: z.string() })
type Holder = z.infer<typeof holderSchema>

const isAlive = ({ pid, bornAt }: Holder) => isRunning(pid) && birthOf(pid) === bornAt

function readHolder(file: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** Written beside and linked into place: nobody ever reads half of it, and only one of two can win. */
function tryCreate(file: string): boolean {
  const temporary = `${file}.${process.pid}`
  fs.writeFileSync(temporary, JSON.stringify({ pid: process.pid, bornAt: birthOf(process.pid) } satisfies Holder))
  try {
    fs.linkSync(temporary, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return false
  } finally {
    fs.rmSync(temporary, { force: true })
  }
}

/**
 * Takes the file of a holder that is gone out of the way. Between looking and taking, another starter may have put
 * its own there: that one is put back.
 */
function removeStale(file: string, seen: Holder | null) {
  const aside = `${file}.${process.pid}.stale`
  try {
    fs.renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (JSON.stringify(readHolder(aside)) !== JSON.stringify(seen)) fs.linkSync(aside, file)
  fs.rmSync(aside)
}

export type LockOutcome = { release: () => void; afterCrash: boolean } | { heldBy: number }

export function takeLock(file: string): LockOutcome {
  let afterCrash = false
  for (;;) {
    if (tryCreate(file)) return { release: () => fs.rmSync(file, { force: true }), afterCrash }
    const holder = readHolder(file)
    if (holder && isAlive(holder)) return { heldBy: holder.pid }
    afterCrash = true
    removeStale(file, holder)
  }
}
