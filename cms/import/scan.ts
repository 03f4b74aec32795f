/** The files below a folder, in a stable order. */
import fs from 'node:fs/promises'
import path from 'node:path'

export type SourceFile = {
  /** below the imported folder, / between its parts; stands for the file in keys and reports */
  path: string
  absolute: string
}

export type Scan = { files: SourceFile[]; ignored: string[] }

const MARKDOWN = /\.(?:md|markdown)$/i
/** What repositories say about themselves. */
const ABOUT = /^(?:readme|license|contributing|changelog|summary|_?index)(?:[._-].*)?\.(?:md|markdown)$/i
const CHINESE = /[\u3400-\u9fff]/

/**
 * A folder with a Chinese name is taken for a category itself when its files lie directly in it, so that
 * `policies` and `policies/行政法` give a file the same key.
 */
const placeOf = (root: string, relative: string) =>
  relative.includes('/') || !CHINESE.test(path.basename(root)) ? relative : `${path.basename(root)}/${relative}`

/** @throws the file system's own error where the folder itself cannot be read */
export async function scanFolder(folder: string): Promise<Scan> {
  const root = await fs.realpath(folder)
  const files: SourceFile[] = []
  const ignored: string[] = []
  const walk = async (directory: string): Promise<void> => {
    const entries = await fs.readdir(directory, { withFileTypes: true })
    entries.sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue
      const absolute = path.join(directory, entry.name)
      if (entry.isDirectory()) {
        await walk(absolute)
        continue
      }
      const relative = path.relative(root, absolute).split(path.sep).join('/')
      if (MARKDOWN.test(entry.name) && !ABOUT.test(entry.name)) files.push({ path: placeOf(root, relative), absolute })
      else ignored.push(relative)
    }
  }
  await walk(root)
  return { files, ignored }
}
