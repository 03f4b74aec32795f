import fs from 'node:fs/promises'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type CommandContext, ImportProblem, readArguments, runImport, USAGE } from './command.ts'
import { makeSourceFolder, policyText, type SourceFolder } from './testing/source-folder.ts'

const refusal = (words: string[]) => {
  try {
    readArguments(words)
  } catch (error) {
    if (error instanceof ImportProblem) return { code: error.exitCode, sentence: error.message }
    throw error
  }
  return null
}

describe('the words of the command', () => {
  it('are a kind, a folder, and maybe --dry-run anywhere', () => {
    expect(readArguments(['policies', './texts'])).toEqual({ folder: './texts', isDryRun: false, urgency: null })
    expect(readArguments(['--dry-run', 'policies', './texts'])).toEqual({
      folder: './texts',
      isDryRun: true,
      urgency: null,
    })
    expect(readArguments(['policies', './texts', '--dry-run'])).toEqual({
      folder: './texts',
      isDryRun: true,
      urgency: null,
    })
  })

  it('say why and in whose name something is published without review', () => {
    const words = ['policies', 'a', '--urgent', ' 新法今日施行，须立即上线 ', '--as', 'admin@portal.example']
    const urgency = { reason: '新法今日施行，须立即上线', email: 'admin@portal.example' }
    expect(readArguments(words)).toEqual({ folder: 'a', isDryRun: false, urgency })
  })

  it.each([
    [[], '请写明导入什么、从哪个文件夹导入。'],
    [['policies'], '请写明要导入的文件夹。'],
    [['articles', './texts'], '目前只能导入政策法规（policies），不认识“articles”。'],
    [['policies', 'a', 'b'], '一次只能导入一个文件夹，多出“b”。'],
    [['policies', 'a', '--force'], '不认识的选项 --force。'],
    [
      ['policies', 'a', '--urgent', '新法今日施行，须立即上线'],
      '不经审核直接发布时，理由（--urgent）和平台管理员的邮箱（--as）都要写。',
    ],
    [
      ['policies', 'a', '--as', 'admin@portal.example'],
      '不经审核直接发布时，理由（--urgent）和平台管理员的邮箱（--as）都要写。',
    ],
    [['policies', 'a', '--urgent', '很急', '--as', 'admin@portal.example'], '紧急发布的理由至少要写 10 个字。'],
  ])('%j is refused', (words, sentence) => {
    expect(refusal(words)).toEqual({
      code: 2,
      sentence: `${sentence}${USAGE}`,
    })
  })
})

describe('a dry run', () => {
  let source: SourceFolder | undefined
  afterEach(() => source?.remove())

  function context(from: string): CommandContext & { written: string[] } {
    const written: string[] = []
    return {
      written,
      from,
      dataDir: path.join(from, 'data'),
      siteUrl: 'http://localhost:4321',
      withStrapi: () => Promise.reject(new Error('a dry run needs no CMS')),
      signal: new AbortController().signal,
      output: { write: (text) => written.push(text) },
      now: () => new Date('2026-11-23T01:00:00Z'),
    }
  }

  it('prints the report, needs no CMS and writes nothing', async () => {
    source = await makeSourceFolder({
      'texts/法律/甲法(2010-01-01).md': policyText('甲法', '2010年1月1日 某次会议通过'),
    })
    const given = context(source.folder)
    expect(await runImport(['policies', 'texts', '--dry-run'], given)).toBe(0)
    expect(given.written.join('')).toContain('将导入 1（共 1 个文件）')
    expect(await fs.readdir(source.folder)).toEqual(['texts'])
  })

  it('of what is no folder is refused in one sentence', async () => {
    source = await makeSourceFolder({ 'file.md': '' })
    const { folder } = source
    await expect(runImport(['policies', 'missing'], context(folder))).rejects.toMatchObject({
      exitCode: 2,
      message: `无法读取 ${path.join(folder, 'missing')}：没有这个文件夹。`,
    })
    await expect(runImport(['policies', 'file.md'], context(folder))).rejects.toMatchObject({
      exitCode: 2,
      message: `无法读取 ${path.join(folder, 'file.md')}：它不是文件夹。`,
    })
  })
})
