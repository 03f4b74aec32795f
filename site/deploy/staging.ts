/**
 * Files on their way out, as they were when their batch was done: hard links, so that the next batch, which renames new files into
 * their places, does not change them under our hands.
 */
import fs from 'node:fs/promises'
import path from 'node:path'

/** What one deployment has to do. */
export type Job = {
  folder: string
  written: Set<string>
  removed: Set<string>
  /** the whole tree is to be compared */
  everything: boolean
}

async function link(from: string, to: string) {
  await fs.mkdir(path.dirname(to), { recursive: true })
  await fs.rm(to, { force: true })
  await fs.link(from, to).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EXDEV' && error.code !== 'EPERM') throw error
    await fs.copyFile(from, to)
  })
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

export async function openStaging(root: string) {
  await fs.rm(root, { recursive: true, force: true })
  await fs.mkdir(root, { recursive: true })
  let count = 0
  const empty = (): Job => {
    count += 1
    return { folder: path.join(root, String(count)), written: new Set(), removed: new Set(), everything: false }
  }
  let next = empty()

  return {
    hasWork: () => next.everything || next.written.size > 0 || next.removed.size > 0,
    waiting: () => next.written.size + next.removed.size,

    /** A file that is gone by now was removed by a later batch, which says so itself. */
    async write(liveDir: string, relative: string, job = next) {
      try {
        await link(path.join(liveDir, relative), path.join(job.folder, relative))
        job.written.add(relative)
        job.removed.delete(relative)
      } catch (error) {
        if (!isMissing(error)) throw error
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
    async giveBack(job: Job) {
      next.everything = true
      await fs.rm(job.folder, { recursive: true, force: true })
    },
    async done(job: Job) {
      await fs.rm(job.folder, { recursive: true, force: true })
    },
  }
}

export type Staging = Awaited<ReturnType<typeof openStaging>>
