/** Files on their way into the tree: written through under a temporary name beside it, then renamed. */
import fs from 'node:fs/promises'
import path from 'node:path'

export type Staging = ReturnType<typeof openStaging>

/** @param folder on the file system of the tree, for a rename to be one step; nothing else lives there */
export function openStaging(folder: string) {
  let count = 0

  return {
    /** What a killed process left. */
    async clear() {
      await fs.rm(folder, { recursive: true, force: true })
      await fs.mkdir(folder, { recursive: true })
    },
    /** A name that nobody else uses. */
    temporary() {
      count += 1
      return path.join(folder, `${process.pid}-${count}`)
    },
    /** @returns the temporary file, on the disk with all its bytes */
    async write(body: Uint8Array): Promise<string> {
      const file = this.temporary()
      try {
        const handle = await fs.open(file, 'wx')
        try {
          await handle.writeFile(body)
          await handle.datasync()
        } finally {
          await handle.close()
        }
      } catch (error) {
        await fs.rm(file, { force: true }).catch(() => undefined)
        throw error
      }
      return file
    },
    discard: (file: string) => fs.rm(file, { force: true }),
  }
}

/** Renames; a missing folder is made, and a folder in the file's place, which only a foreign hand can have made, gives way. */
export async function moveInto(temporary: string, file: string): Promise<void> {
  try {
    await fs.rename(temporary, file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EISDIR') await fs.rm(file, { recursive: true })
    else if (code === 'ENOENT') await fs.mkdir(path.dirname(file), { recursive: true })
    else throw error
    await fs.rename(temporary, file)
  }
}

/** Makes renames and removals in these folders last; one that is gone by now was left by a removal. */
export async function syncFolders(folders: Iterable<string>): Promise<void> {
  await Promise.all(
    [...new Set(folders)].map(async (folder) => {
      const handle = await fs.open(folder, 'r').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null
        throw error
      })
      if (!handle) return
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    }),
  )
}
