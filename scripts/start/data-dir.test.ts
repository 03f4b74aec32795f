import { describe, expect, it } from 'vitest'
import { judgeFreeSpace, prepareDataDir, REFUSE_BELOW_BYTES, WARN_BELOW_BYTES } from './data-dir.ts'

describe('free space', () => {
  it.each([
    [REFUSE_BELOW_BYTES - 1, 'full'],
    [REFUSE_BELOW_BYTES, 'low'],
    [WARN_BELOW_BYTES - 1, 'low'],
    [WARN_BELOW_BYTES, 'enough'],
  ])('of %i bytes is %s', (bytes, kind) => {
    expect(judgeFreeSpace(bytes, '/data').kind).toBe(kind)
  })

  it('is said in megabytes', () => {
    expect(judgeFreeSpace(150 * 1024 * 1024, '/data')).toMatchObject({
      sentence: expect.stringContaining('/data 所在的磁盘只剩 150 MB'),
    })
  })
})

describe('a data folder that cannot be made', () => {
  it.each([
    ['/dev/null/data', '路径里有一段不是目录'],
    ['/proc/data', 'ENOENT'],
  ])('%s is named together with its setting', (folder, reason) => {
    expect(() => prepareDataDir(folder)).toThrow(`无法使用数据目录 ${folder}（设置 DATA_DIR）：${reason}`)
  })
})
