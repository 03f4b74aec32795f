import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { batchOf, readBatches } from './publisher-log.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-bench-log-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const batch = (time: number, render: number) =>
  JSON.stringify({ time, msg: 'live', written: 2, ms: { render, flush: 1, place: 2, sync: 3, finish: 4 } })

describe('batches in the log', () => {
  it('are found among everything else, by the moment of their files', () => {
    const file = path.join(folder, 'publisher.log')
    const others = ['started', '{"time":5,"msg":"reported"}', '{"time":6,"msg":"live"}', '']
    fs.writeFileSync(file, [...others, batch(10, 7), batch(20, 8)].join('\n'))
    const batches = readBatches(file)
    expect(batches).toEqual([
      { doneAtMs: 10, renderMs: 7, writeMs: 3 },
      { doneAtMs: 20, renderMs: 8, writeMs: 3 },
    ])
    expect([batchOf(batches, 9), batchOf(batches, 11), batchOf(batches, 21)]).toEqual([
      batches[0],
      batches[1],
      undefined,
    ])
  })
})
