/** The file of a request. It may hold personal numbers: it is read into memory, and gone from the disk at once. */
import fs from 'node:fs/promises'
import type { Context } from 'koa'

type Received = { filepath: string; size: number }

/** @returns null without a file; 'too-large' is not read */
export async function receivedFile(ctx: Context, mostBytes: number): Promise<Buffer | 'too-large' | null> {
  const { files } = ctx.request as unknown as { files?: Record<string, Received | Received[]> }
  const file = [files?.file ?? []].flat()[0]
  if (!file) return null
  try {
    return file.size > mostBytes ? 'too-large' : await fs.readFile(file.filepath)
  } finally {
    await fs.rm(file.filepath, { force: true })
  }
}
