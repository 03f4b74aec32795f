/** Files sent as a client sends them, and what they leave on disk. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { TestCms } from './strapi.ts'

export type Uploaded = {
  id: number
  url: string
  name: string
  ext: string
  mime: string
  hash: string
  width: number | null
  height: number | null
  formats: Record<string, { url: string; width: number }> | null
}
type Headers = Record<string, string>
type Answer = { status: number; files: Uploaded[]; error?: { message: string; details: { code?: string } } }

export type Sent = { name: string; bytes: Buffer | string; type?: string; alternativeText?: string }

export async function upload(
  cms: TestCms,
  headers: Headers,
  sent: Sent | Sent[],
  target = '/api/upload',
): Promise<Answer> {
  const form = new FormData()
  for (const { name, bytes, type = 'application/octet-stream', alternativeText } of [sent].flat()) {
    form.append('files', new Blob([bytes as string], { type }), name)
    if (alternativeText) form.append('fileInfo', JSON.stringify({ alternativeText }))
  }
  const response = await fetch(cms.url + target, { method: 'POST', headers, body: form })
  const body = (await response.json()) as Uploaded[] | Uploaded | { error: Answer['error'] }
  if ('error' in body) return { status: response.status, files: [], error: body.error }
  return { status: response.status, files: [body].flat() as Uploaded[] }
}

export const publicFile = (cms: TestCms, url: string) => fs.readFile(path.join(cms.dataDir, 'public', url))

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

/** Every file of the data folder that is not a database or a log. */
export async function filesOnDisk(cms: TestCms): Promise<string[]> {
  const files = await filesBelow(cms.dataDir)
  return files
    .map((file) => path.relative(cms.dataDir, file))
    .filter((file) => !/^cms\.sqlite/.test(file))
    .sort()
}
