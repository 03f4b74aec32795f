import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLog } from './log-file.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-log-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const inFolder = (name: string) => path.join(folder, name)

describe('a log', () => {
  it('shows the last lines of this run, without colours', () => {
    fs.writeFileSync(inFolder('cms.log'), 'before\n')
    const log = openLog(folder, 'cms')
    expect(log.tail(5)).toEqual([])
    fs.appendFileSync(log.file, 'one\n\u001b[32mtwo\u001b[39m\nthree\n')
    expect(log.tail(2)).toEqual(['two', 'three'])
    expect(log.tail(9)).toEqual(['one', 'two', 'three'])
  })

  it.each([
    [10 * 1024 * 1024, ['cms.log']],
    [10 * 1024 * 1024 + 1, ['cms.log.1']],
  ])('of %i bytes leaves %j', (bytes, names) => {
    fs.writeFileSync(inFolder('cms.log'), '')
    fs.truncateSync(inFolder('cms.log'), bytes)
    openLog(folder, 'cms')
    expect(fs.readdirSync(folder)).toEqual(names)
  })
})
