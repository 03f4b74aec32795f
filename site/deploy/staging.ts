/**
 * Files on their way out, as they were when their batch was done: hard links, so that the next batch, which renames new files into
 * their places, does not change them under our hands.
 */
import fs from 'node:fs'
import path from 'node:path'

/** What one deployment has to do. */
export type Job = {
  folder: string
  written: Set<string>
  removed: Set<string>
  /** the whole tree is to be compared */
  everything: boolean
}

const CANNOT_LINK = new Set(['EXDEV', 'EPERM', 'EMLINK'])
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? ''

/** Synchronous on purpose: it is done within the batch that the files belong to, before the next can begin. */
function hold(from: string, to: string) {
  fs.mkdirSync(path.dirname(to), { recursive: true })
  fs.rmSync(to, { force: true })
  try {
    fs.linkSync(from, to)
  } catch (error) {
    if (!CANNOT_LINK.has(codeOf(error))) throw error
    fs.copyFileSync(from, to)
  }
}

export type Staging = ReturnType<typeof openStaging>

export function openStaging(root: string) {
  fs.rmSync(root, { recursive: true, force: true })
  fs.mkdirSync(root, { recursive: true })
  let count = 0
  const empty = (): Job => {
    count += 1
    return { folder: path.join(root, String(count)), written: new Set(), removed: new Set(), everything: false }
  }
  let next = empty()

  return {
    hasWork: () => next.everything || next.written.size > 0 || next.removed.size > 0,

    /** A file that is gone by now was removed by a later batch, which says so itself. */
    write(liveDir: string, relative: string, job = next) {
      try {
        hold(path.join(liveDir, relative), path.join(job.folder, relative))
        job.written.add(relative)
        job.removed.delete(relative)
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error
      }
    },
    remove(relative: string, job = next) {
      job.removed.add(relative)
      job.written.delete(relative)
    },
    compareEverything() {
      next.everything = true
    },

    take(): Job {
      const job = next
      next = empty()
      return job
    },
    /** A job that could not be finished is tried again with what has come since; the whole comparison finds the rest. */
    giveBack(job: Job) {
      next.everything = true
      fs.rmSync(job.folder, { recursive: true, force: true })
    },
    done(job: Job) {
      fs.rmSync(job.folder, { recursive: true, force: true })
    },
  }
}
