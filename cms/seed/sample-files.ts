/** Reads the sample content: YAML lists, and Markdown files with YAML front matter. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'

export const sampleDir = path.resolve(import.meta.dirname, '..', 'sample')

export type SampleEntry = { name: string; data: Record<string, unknown>; body: string }

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n?/
const record = z.record(z.string(), z.unknown())

export async function readYaml(name: string): Promise<unknown> {
  return parse(await fs.readFile(path.join(sampleDir, name), 'utf8'))
}

export const readYamlList = async (name: string) => z.array(record).parse(await readYaml(name))
export const readYamlRecord = async (name: string) => record.parse(await readYaml(name))

/** Markdown files of one folder in the order of their names; `name` is the path below the sample folder's section. */
export async function readMarkdown(folder: string): Promise<SampleEntry[]> {
  const files = (await fs.readdir(path.join(sampleDir, folder), { recursive: true }))
    .filter((file) => file.endsWith('.md'))
    .sort()
  return Promise.all(
    files.map(async (file) => {
      const text = await fs.readFile(path.join(sampleDir, folder, file), 'utf8')
      const [whole, front] = FRONT_MATTER.exec(text) ?? ['', '{}']
      return {
        name: file.split(path.sep).join('/'),
        data: record.parse(parse(front) ?? {}),
        body: text.slice(whole.length).trim(),
      }
    }),
  )
}
