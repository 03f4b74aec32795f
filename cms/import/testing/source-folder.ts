/** A folder of texts that a test writes and throws away. */
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

export type SourceFolder = {
  folder: string
  write: (file: string, content: string | Uint8Array) => Promise<void>
  remove: () => Promise<void>
}

export async function makeSourceFolder(files: Record<string, string | Uint8Array> = {}): Promise<SourceFolder> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'policies-'))
  const write = async (file: string, content: string | Uint8Array) => {
    const target = path.join(folder, file)
    await fs.mkdir(path.dirname(target), { recursive: true })
    await fs.writeFile(target, content)
  }
  for (const [file, content] of Object.entries(files)) await write(file, content)
  return { folder, write, remove: () => fs.rm(folder, { recursive: true, force: true }) }
}

/** A tidy text; `more` goes into its last article. */
export const policyText = (title: string, note: string, more = '') =>
  `# ${title}\n\n${note}\n\n<!-- INFO END -->\n\n## 第一章 总则\n\n第一条 甲。\n\n第二条 乙。${more}\n`
