import { describe, expect, it } from 'vitest'
import { explainNpmFailure } from './npm-problems.mjs'
import { checkNode, checkNpm } from './versions.mjs'

describe('versions', () => {
  it.each(['v20.0.0', 'v22.12.0', 'v24.21.0'])('Node %s will do', (version) => {
    expect(checkNode(version)).toBeNull()
  })
  it.each(['v18.20.4', 'v19.9.0'])('Node %s is too old', (version) => {
    expect(checkNode(version)).toContain(`Node ${version} 太旧`)
  })
  it.each([
    ['10.0.0', false],
    ['11.19.1', false],
    ['9.2.0', true],
  ])('npm %s: too old is %s', (version, isTooOld) => {
    expect(checkNpm(version) !== null).toBe(isTooOld)
  })
})

describe('a failure of npm', () => {
  it.each([
    ['npm error code ENOTFOUND', '连不上 npm 软件源'],
    ['npm error code ECONNREFUSED', '连不上 npm 软件源'],
    ['npm error code ENOSPC', '磁盘已满'],
    ['npm error code EACCES\nnpm error syscall mkdir', '没有权限'],
    ['npm error code E404', '缺少所需的软件包'],
    ['npm error code EUSAGE', '不一致'],
    ['npm error Exit handler never called!', '安装依赖失败'],
  ])('%j is explained', (output, words) => {
    expect(explainNpmFailure(output)).toContain(words)
  })
})
