/** One process writes the tree at a time. The kernel keeps the lock and lets go of it when the process ends, however it ends. */
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'

const ASK_AGAIN_MS = 200
const SQLITE_BUSY = 5

export type Lock = { release: () => void }

const openLockFile = (siteDir: string) => new DatabaseSync(path.join(siteDir, 'publisher.lock'), { timeout: 0 })
const isBusy = (error: unknown) => (error as { errcode?: number }).errcode === SQLITE_BUSY

/** @returns null while another process holds it */
export function takeLock(siteDir: string): Lock | null {
  const database = openLockFile(siteDir)
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (isBusy(error)) return null
    throw error
  }
  return { release: () => database.close() }
}

/** Looks without taking: nobody who wants the lock is kept from it. */
export function isLocked(siteDir: string): boolean {
  const database = openLockFile(siteDir)
  try {
    database.prepare('PRAGMA schema_version').get()
    return false
  } catch (error) {
    if (isBusy(error)) return true
    throw error
  } finally {
    database.close()
  }
}

/** @throws when `signal` says so */
export async function waitForLock(siteDir: string, signal: AbortSignal, onWait: () => void): Promise<Lock> {
  for (let attempt = 0; ; attempt += 1) {
    const lock = takeLock(siteDir)
    if (lock) return lock
    if (attempt === 0) onWait()
    await sleep(ASK_AGAIN_MS, undefined, { signal })
  }
}
