import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { takeLock } from './lock.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-lock-'))
  file = path.join(folder, '.running')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

describe('the lock', () => {
  it('has one holder, who is named', () => {
    expect(takeLock(file)).toMatchObject({ afterCrash: false })
    expect(takeLock(file)).toEqual({ heldBy: process.pid })
  })

  it('can be taken again once released', () => {
    const lock = takeLock(file)
    if ('release' in lock) lock.release()
    expect(takeLock(file)).toMatchObject({ afterCrash: false })
    expect(fs.readdirSync(folder)).toEqual(['.running'])
  })

  it('of a process that is gone counts for nothing', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
    await once(gone, 'exit')
    fs.writeFileSync(file, JSON.stringify({ pid: gone.pid, bornAt: '1' }))
    expect(takeLock(file)).toMatchObject({ afterCrash: true })
    expect(fs.readdirSync(folder)).toEqual(['.running'])
  })

  it('of a process whose number another one has now counts for nothing', () => {
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, bornAt: 'long ago' }))
    expect(takeLock(file)).toMatchObject({ afterCrash: true })
  })

  it.each(['', '{"pid":', '{"pid":"x"}'])('that holds %j counts for nothing', (text) => {
    fs.writeFileSync(file, text)
    expect(takeLock(file)).toMatchObject({ afterCrash: true })
  })
})
