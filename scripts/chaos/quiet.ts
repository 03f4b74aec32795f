/** Waits until the publisher has nothing left to do, whatever was killed before. */
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { OUTDATED } from '../../site/publisher/journal.ts'

const QUIET_WITHIN_MS = 300_000
const LOOK_EVERY_MS = 200
/** in a row: what is being taken in is not there yet at one look */
const QUIET_LOOKS = 5

const countSchema = z.object({ count: z.number() })

type Look = { cursor: number; pending: number; unfinished: number; isRebuilding: boolean }

/** @returns null while the publisher is only just making the file */
function look(readModelFile: string): Look | null {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(readModelFile, { readOnly: true })
    const opened = database
    const count = (from: string) =>
      countSchema.parse(opened.prepare(`SELECT count(*) AS count FROM ${from}`).get()).count
    const meta = (key: string) => opened.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? ''
    return {
      cursor: Number(meta('cursor')),
      pending: count('pending_pages'),
      unfinished: count('taken_changes WHERE duration_ms IS NULL'),
      isRebuilding: meta('rebuild') !== '' || meta('build') === OUTDATED || meta('build') === '',
    }
  } catch (error) {
    if (error instanceof Error && 'errcode' in error) return null
    throw error
  } finally {
    database?.close()
  }
}

/** @throws Error saying what is left after five minutes */
export async function untilQuiet(readModelFile: string, latest: () => Promise<number>, signal: AbortSignal) {
  const deadline = Date.now() + QUIET_WITHIN_MS
  for (let quiet = 0; quiet < QUIET_LOOKS; ) {
    const sequence = await latest()
    const seen = look(readModelFile)
    const isQuiet =
      seen !== null && seen.cursor === sequence && seen.pending + seen.unfinished === 0 && !seen.isRebuilding
    quiet = isQuiet ? quiet + 1 : 0
    if (Date.now() > deadline) throw new Error(`not quiet after 5 minutes: ${JSON.stringify({ sequence, ...seen })}`)
    await sleep(LOOK_EVERY_MS, undefined, { signal })
  }
}
