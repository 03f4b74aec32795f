import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { cellText } from './cell-text'

const names = Object.getOwnPropertyNames(Object.prototype)

describe('a text in a cell', () => {
  it.each(['', '王㛃', '=1+1', ' 王 ', 'constructors'])('stays %j', (text) => {
    expect(cellText(text)).toBe(text)
  })

  it('is as long as a spreadsheet takes', () => {
    expect(cellText('党'.repeat(40_000))).toHaveLength(32_000)
  })

  it('is read back, even where every object has something of that name', async () => {
    expect(names).toContain('constructor')
    const rows = names.map((name) => [{ value: cellText(name), type: String }])
    const read = await readSheet(await writeExcelFile(rows, { sheet: '表' }).toBuffer())
    expect(read.map(([value]) => String(value).trim())).toEqual(names)
  })
})
