import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLog } from './log-file.ts'
import { isRunning } from './process-identity.ts'
import { runToEnd } from './run-to-end.ts'
import type { ProcessSpec } from './start-process.ts'
import { pauseBefore, supervise } from './supervise.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-child-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const STAY = 'setInterval(() => {}, 1000); console.log("up")'

function child(source: string, more: Partial<ProcessSpec> = {}): ProcessSpec {
  const script = path.join(folder, 'child.mjs')
  fs.writeFileSync(script, source)
  return {
    name: 'child',
    title: '试验程序',
    script,
    args: [],
    cwd: folder,
    env: process.env,
    log: openLog(folder, 'child'),
    ...more,
  }
}

const untilLogged = (spec: ProcessSpec, lines: number) =>
  vi.waitFor(() => expect(spec.log.tail(99)).toHaveLength(lines), 10_000)

/** children are whole programs, and a busy machine starts them slowly */
vi.setConfig({ testTimeout: 20_000 })

describe('pauses before a restart', () => {
  it('grow up to half a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 99].map(pauseBefore)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000])
  })
})

describe('a supervised process', () => {
  it('that ends before it is kept has failed', async () => {
    const spec = child('process.exit(3)')
    const supervised = supervise(spec, () => undefined)
    expect(await supervised.failed).toEqual({ code: 3, signal: null })
    await supervised.stop()
  })

  it('that ends later is reported and comes back', async () => {
    const spec = child(`console.log('up'); setTimeout(() => process.exit(7), 300)`)
    const report = vi.fn()
    const supervised = supervise(spec, report)
    supervised.keep()
    await untilLogged(spec, 2)
    expect(report).toHaveBeenCalledWith(spec, { code: 7, signal: null }, 1000)
    await supervised.stop()
    await sleep(1200)
    expect(spec.log.tail(99)).toHaveLength(2)
  })

  it('stops when told, with its whole group', async () => {
    const grandchild = `import { spawn } from 'node:child_process'
      const inner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
      console.log(inner.pid); setInterval(() => {}, 1000)`
    const spec = child(grandchild)
    const supervised = supervise(spec, () => undefined)
    await untilLogged(spec, 1)
    await supervised.stop()
    const pid = Number(spec.log.tail(1)[0])
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 5000)
  })
})

describe('a process that knows nothing of us', () => {
  it('stops when we are gone', async () => {
    const spec = child('console.log(process.pid); setInterval(() => {}, 1000)')
    const parentScript = path.join(folder, 'parent.mjs')
    const startProcessUrl = JSON.stringify(path.join(import.meta.dirname, 'start-process.ts'))
    const inner = JSON.stringify({ ...spec, env: {}, log: { file: spec.log.file } })
    fs.writeFileSync(parentScript, `import { startProcess } from ${startProcessUrl}\nstartProcess(${inner})`)
    const parent = spawn(process.execPath, [parentScript], { stdio: 'ignore' })
    await untilLogged(spec, 1)
    parent.kill('SIGKILL')
    const pid = Number(spec.log.tail(1)[0])
    await vi.waitFor(() => expect(isRunning(pid)).toBe(false), 5000)
  })
})

describe('a process that is run to its end', () => {
  const never = new AbortController().signal

  it('passes on and logs what it prints', async () => {
    const lines: string[] = []
    const onLine = (line: string, from: string) => lines.push(`${from} ${line}`)
    const spec = child(`console.log('  栏目 18'); console.error('warning')`, { onLine })
    await runToEnd(spec, never)
    expect(lines.sort()).toEqual(['stderr warning', 'stdout   栏目 18'])
    expect(spec.log.tail(9)).toHaveLength(2)
  })

  it('says in one sentence that it failed, with its last lines', async () => {
    const spec = child(`console.error('SqliteError: database or disk is full'); process.exit(1)`)
    await expect(runToEnd(spec, never)).rejects.toMatchObject({
      message: `试验程序失败（退出码 1）：磁盘已满，请腾出空间后再试。完整日志：${spec.log.file}`,
      lines: ['SqliteError: database or disk is full'],
    })
  })

  it('is stopped by the signal', async () => {
    const stop = new AbortController()
    const spec = child(STAY)
    const ended = runToEnd(spec, stop.signal)
    await untilLogged(spec, 1)
    stop.abort(new Error('enough'))
    await expect(ended).rejects.toThrow('enough')
  })
})
