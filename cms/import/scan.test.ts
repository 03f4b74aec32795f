import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { scanFolder } from './scan.ts'
import { makeSourceFolder, type SourceFolder } from './testing/source-folder.ts'

let source: SourceFolder | undefined
afterEach(() => source?.remove())

it('finds Markdown in all folders, in one order, and says what it left', async () => {
  source = await makeSourceFolder({
    '行政法/乙.md': '',
    '行政法/甲.MD': '',
    '地方性法规/陕西/丙.markdown': '',
    '丁.md': '',
    '.git/戊.md': '',
    'README.md': '',
    '_index.md': '',
    '行政法/图.png': '',
    '行政法/.DS_Store': '',
  })
  const { files, ignored } = await scanFolder(source.folder)
  expect(files.map((file) => file.path)).toEqual([
    '丁.md',
    '地方性法规/陕西/丙.markdown',
    '行政法/乙.md',
    '行政法/甲.MD',
  ])
  expect(files[0]?.absolute).toBe(path.join(await fs.realpath(source.folder), '丁.md'))
  expect(ignored).toEqual(['README.md', '_index.md', '行政法/图.png'])
})

it('a category given by itself names its files like the whole folder does', async () => {
  source = await makeSourceFolder({ '行政法/甲.md': '' })
  const whole = await scanFolder(source.folder)
  const part = await scanFolder(path.join(source.folder, '行政法'))
  expect(part.files).toEqual(whole.files)
})

it('an empty folder has none, a missing one is an error', async () => {
  source = await makeSourceFolder()
  expect(await scanFolder(source.folder)).toEqual({ files: [], ignored: [] })
  await expect(scanFolder(path.join(source.folder, '没有'))).rejects.toThrow('ENOENT')
})
