import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import { readTable } from './read-table'
import { writeWorkbook } from './write-workbook'

const limits = { rows: 50, columns: 20 }
const read = (bytes: Buffer | string) => readTable(Buffer.from(bytes), limits)
const sheet = (rows: string[][], changes: object = {}) =>
  writeWorkbook([{ name: '表', widths: [10, 10], rows, ...changes }])

/** A workbook with other things in it. */
async function altered(files: Record<string, string | Buffer>, rows = [['a', 'b']]) {
  const zip = await JSZip.loadAsync(await sheet(rows))
  for (const [name, content] of Object.entries(files)) zip.file(name, content)
  return zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' })
}
/** the bomb is packed here */
const SLOW_MS = 30_000
const SHEET = 'xl/worksheets/sheet1.xml'
const withRows = (rows: string) =>
  altered({
    [SHEET]: `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  })

describe('a table', () => {
  it('is read from text as it comes, with its empty rows', async () => {
    const rows = [['学号', '姓名'], [''], ['1', '张,三']]
    expect(await read('\ufeff学号,姓名\r\n\r\n1,"张,三"\r\n')).toEqual(rows)
    expect(await read('学号\t姓名\n\n1\t张,三\n')).toEqual([['学号', '姓名'], [''], ['1', '张', '三']])
    expect(await readTable(Buffer.from('\ufeff学号,姓名\n', 'utf16le'), limits)).toEqual([['学号', '姓名']])
  })

  it('is read from GBK, as Excel saves CSV in Chinese', async () => {
    // 学号,姓名 in GBK
    expect(await readTable(Buffer.from('d1a7bac52cd0d5c3fb0d0a', 'hex'), limits)).toEqual([['学号', '姓名']])
  })

  it('is read from a workbook, with what begins like a formula', async () => {
    expect(
      await readTable(
        await sheet([
          ['学号', '姓名'],
          ['=1+1', ''],
        ]),
        limits,
      ),
    ).toEqual([
      ['学号', '姓名'],
      ['=1+1', null],
    ])
  })

  it('may have a list to choose from, and rows to fill in', async () => {
    const bytes = await sheet([['状态', 'b']], { emptyRows: 30, choices: [{ column: 0, values: ['甲', '乙'] }] })
    expect(await readTable(bytes, limits)).toEqual([['状态', 'b']])
    const xml = await (await JSZip.loadAsync(bytes)).file(SHEET)?.async('string')
    expect(xml).toContain('sqref="A2:A31"><formula1>"甲,乙"</formula1>')
  })
})

describe('what is refused', () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'unreadable'],
    ['an old workbook', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex'), 'unreadable'],
    ['half a workbook', async () => (await sheet([['a', 'b']])).subarray(0, 400), 'unreadable'],
    [
      'an archive of something else',
      () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'nodebuffer' }),
      'unreadable',
    ],
    ['too many lines', () => Buffer.from('a,b\n'.repeat(51)), 'too-large'],
    ['too many rows', () => sheet(Array.from({ length: 51 }, () => ['a', 'b'])), 'too-large'],
    ['a bomb', () => altered({ 'xl/styles.xml': Buffer.alloc(33 * 1024 * 1024) }), 'too-large'],
    ['a far cell', () => withRows('<row r="1"><c r="XFD1"><v>1</v></c></row>'), 'too-large'],
    ['a far row', () => withRows("<row r='1048576'><c><v>1</v></c></row>"), 'too-large'],
    ['a far cell in disguise', () => withRows('<row><c r="&#88;FD1"><v>1</v></c></row>'), 'too-large'],
    ['many rows without a number', () => withRows('<row/>'.repeat(51)), 'too-large'],
    ['many cells in one row', () => withRows(`<row>${'<c/>'.repeat(1001)}</row>`), 'too-large'],
    ['entities', () => altered({ 'xl/sharedStrings.xml': '<!DOCTYPE x><sst/>' }), 'unreadable'],
  ])('%s', async (_name, make, problem) => expect(await readTable(await make(), limits)).toBe(problem), SLOW_MS)
})
