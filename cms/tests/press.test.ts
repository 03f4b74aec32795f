/** Papers are drawn beside the work: by a thread that may fail, and must never stop anybody else. */
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allTexts, readPdf } from './papers/read-pdf.ts'

type Sheet = { rows: unknown[] }
type Press = { print(sheet: Sheet, format: 'pdf' | 'xlsx'): Promise<Uint8Array>; close(): Promise<void> }

const require = createRequire(import.meta.url)
const { openPress } = require('../dist/src/papers/press.js') as { openPress: (fonts: string) => Press }
const { branchMonth } = require('../dist/src/papers/branch-month.js') as { branchMonth: (data: unknown) => Sheet }
const { branchMonthOf, branchMonthRow } = require('../dist/src/papers/testing/samples.js') as {
  branchMonthOf: (rows: unknown[]) => unknown
  branchMonthRow: (change?: object) => unknown
}

const FONTS = path.resolve(import.meta.dirname, '../fonts')

const sheetOf = (count: number, name = '王㛃') =>
  branchMonth(branchMonthOf(Array.from({ length: count }, () => branchMonthRow({ name }))))

describe('the press', { timeout: 120_000 }, () => {
  let press: Press
  beforeEach(() => {
    press = openPress(FONTS)
  })
  afterEach(() => press.close())

  it('gives each the paper that was asked for', async () => {
    const names = ['张伟', '王㛃', '陈𬭩', '李䶮']
    const papers = await Promise.all(names.map((name) => press.print(sheetOf(1, name), 'pdf')))
    for (const [index, paper] of papers.entries()) {
      const texts = allTexts(await readPdf(paper))
      expect(names.filter((name) => texts.includes(name))).toEqual([names[index]])
    }
  })

  it('draws three thousand rows while the process goes on', async () => {
    const sheet = sheetOf(3000)
    let [longest, before] = [0, process.threadCpuUsage().user]
    // of this thread alone, and of the processor: other work on the machine does not count
    const look = setInterval(() => {
      const now = process.threadCpuUsage().user
      longest = Math.max(longest, (now - before) / 1000)
      before = now
    }, 1)
    const [pdf, workbook] = await Promise.all([press.print(sheet, 'pdf'), press.print(sheet, 'xlsx')])
    clearInterval(look)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(Buffer.from(workbook.subarray(0, 2)).toString()).toBe('PK')
    expect(longest).toBeLessThan(50)
  })

  it('says what failed, and draws the next', async () => {
    await expect(press.print({ rows: [] }, 'pdf')).rejects.toMatchObject({ name: 'PressFailed' })
    expect((await press.print(sheetOf(1), 'xlsx')).length).toBeGreaterThan(1000)
  })

  it('takes no more than it can draw while somebody waits', async () => {
    const sheet = sheetOf(0)
    const papers = await Promise.allSettled(Array.from({ length: 103 }, () => press.print(sheet, 'xlsx')))
    const refused = papers.filter((paper) => paper.status === 'rejected')
    expect(refused.map(({ reason }) => reason.name)).toEqual(['PressBusy', 'PressBusy', 'PressBusy'])
  })

  it('gives up what waits when it is closed, and begins anew when it is asked again', async () => {
    const waiting = press.print(sheetOf(100), 'pdf')
    const given = expect(waiting).rejects.toMatchObject({ name: 'PressFailed' })
    await press.close()
    await given
    expect((await press.print(sheetOf(1), 'xlsx')).length).toBeGreaterThan(1000)
  })

  it('fails without its faces, and says so to each', async () => {
    const without = openPress(path.join(FONTS, 'nowhere'))
    await expect(without.print(sheetOf(1), 'pdf')).rejects.toMatchObject({ name: 'PressFailed' })
    await expect(without.print(sheetOf(1), 'pdf')).rejects.toMatchObject({ name: 'PressFailed' })
    await without.close()
  })
})
