import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clearOutput, hashSources, isStale, recordBuild } from './staleness.ts'
import type { BuildTarget } from './targets.ts'

const target: BuildTarget = {
  name: 'build',
  title: '构建',
  cwd: '.',
  script: 'build.js',
  args: [],
  sources: ['src', 'package-lock.json', 'absent'],
  outputDir: 'dist',
  outputs: ['dist/src', 'dist/index.html'],
}

let root: string
const write = (file: string, text: string) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  fs.writeFileSync(path.join(root, file), text)
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-build-'))
  write('src/a.ts', 'a')
  write('src/deep/b.ts', 'b')
  write('package-lock.json', '{}')
  const sources = hashSources(root, target)
  write('dist/src/a.js', 'a')
  write('dist/index.html', 'page')
  recordBuild(root, target, sources)
})
afterEach(() => fs.rmSync(root, { recursive: true }))

describe('a build', () => {
  it('is fresh while nothing changes', () => {
    expect(isStale(root, target)).toBe(false)
  })

  it.each([
    ['a source changes', () => write('src/deep/b.ts', 'c')],
    ['a source is added', () => write('src/c.ts', '')],
    ['a source is removed', () => fs.rmSync(path.join(root, 'src/a.ts'))],
    ['a source moves', () => fs.renameSync(path.join(root, 'src/a.ts'), path.join(root, 'src/z.ts'))],
    ['the lock file changes', () => write('package-lock.json', '{"name":"x"}')],
    ['another program writes the output', () => write('dist/src/a.js', 'b')],
    ['part of the output is gone', () => fs.rmSync(path.join(root, 'dist/index.html'))],
    ['the record is broken', () => write('dist/.built-from.json', '{')],
    ['it was begun again and not finished', () => clearOutput(root, target)],
  ])('is stale when %s', (_what, change) => {
    change()
    expect(isStale(root, target)).toBe(true)
  })

  it('is not concerned by tests and by outputs that prove nothing', () => {
    write('src/a.test.ts', 'test')
    write('dist/.tsbuildinfo', 'x')
    expect(isStale(root, target)).toBe(false)
  })

  it('during which a source changed is stale', () => {
    const before = hashSources(root, target)
    write('src/a.ts', 'edited')
    recordBuild(root, target, before)
    expect(isStale(root, target)).toBe(true)
  })
})
