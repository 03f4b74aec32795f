/** The live tree as readers see it: small files from memory, each checked on disk at every request. */
import fs from 'node:fs'
import path from 'node:path'
import { isSameVersion, type LiveFile, readLiveFile, type Version } from './live-file.ts'

const MAX_KEPT_BYTES = 64 * 1024 ** 2
const MAX_FILE_BYTES = 1024 ** 2
/** a player that is answered without ranges cannot be moved to another place */
const RECORDING = /\.(?:mp3|m4a|mp4|webm)$/
/** a file's compressed forms, and what the cache itself needs for it */
const keptBytesOf = ({ body }: LiveFile) => 2 * body.length + 1024

const MEANS_ABSENT = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EINVAL', 'ELOOP'])
export const isAbsence = (error: unknown) => MEANS_ABSENT.has((error as NodeJS.ErrnoException).code ?? '')

export type Found =
  | { kind: 'file'; file: LiveFile }
  | { kind: 'unread'; read: () => Promise<LiveFile> }
  /** to be sent from the disk as it is */
  | { kind: 'large' }
  | { kind: 'folder' }
  | { kind: 'absent' }

export type LiveFiles = { find: (relative: string) => Found }

function statIfThere(file: string): fs.Stats | null {
  try {
    return fs.statSync(file, { throwIfNoEntry: false }) ?? null
  } catch (error) {
    if (isAbsence(error)) return null
    throw error
  }
}

/** Least recently used goes first: a Map keeps the order in which its entries came. */
function createKept(maxBytes: number) {
  const files = new Map<string, LiveFile>()
  let bytes = 0
  const drop = (name: string) => {
    const file = files.get(name)
    if (file) bytes -= keptBytesOf(file)
    files.delete(name)
  }
  return {
    get: (name: string, version: Version): LiveFile | null => {
      const file = files.get(name)
      if (!file || !isSameVersion(file.version, version)) return null
      files.delete(name)
      files.set(name, file)
      return file
    },
    put: (name: string, file: LiveFile) => {
      drop(name)
      files.set(name, file)
      bytes += keptBytesOf(file)
      for (const oldest of files.keys()) {
        if (bytes <= maxBytes) return
        drop(oldest)
      }
    },
    drop,
  }
}

/**
 * The stat goes through the `live` link each time, so a publish or another release is seen by the next request. It is
 * synchronous on purpose: three microseconds, where a thread pool would take ten times that.
 */
export function openLiveFiles(liveDir: string, maxKeptBytes = MAX_KEPT_BYTES): LiveFiles {
  const kept = createKept(maxKeptBytes)
  const reading = new Map<string, Promise<LiveFile>>()

  function read(relative: string, version: Version): Promise<LiveFile> {
    const key = `${version.ino} ${version.mtimeMs} ${relative}`
    const running = reading.get(key)
    if (running) return running
    const started = readLiveFile(path.join(liveDir, relative))
      .then((file) => {
        kept.put(relative, file)
        return file
      })
      .finally(() => reading.delete(key))
    reading.set(key, started)
    return started
  }

  return {
    find: (relative) => {
      const stat = statIfThere(path.join(liveDir, relative))
      if (!stat) {
        kept.drop(relative)
        return { kind: 'absent' }
      }
      if (stat.isDirectory()) return { kind: 'folder' }
      if (!stat.isFile()) return { kind: 'absent' }
      if (stat.size > MAX_FILE_BYTES || RECORDING.test(relative)) return { kind: 'large' }
      const file = kept.get(relative, stat)
      return file ? { kind: 'file', file } : { kind: 'unread', read: () => read(relative, stat) }
    },
  }
}
