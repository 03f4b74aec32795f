import JSZip from 'jszip'
import { readSheet } from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { branchMonth } from '../branch-month'
import { passingUp } from '../passing-up'
import * as samples from '../testing/samples'
import { yearDetails } from '../year-details'
import { yearPublication } from '../year-publication'
import { yearSummary } from '../year-summary'
import { writeWorkbook } from './write-workbook'

const row = samples.branchMonthRow

const month = branchMonth(
  samples.branchMonthOf([
    row({ name: '王㛃', paidFen: 3457, arrearsFen: 20 }),
    row({ name: '=HYPERLINK("x")', category: null, paidFen: 0, paidOn: null, method: '', remark: '\u0000\uD800 <b>&' }),
  ]),
)

async function partsOf(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes)
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? ''
  return {
    sheet: await part('xl/worksheets/sheet1.xml'),
    book: await part('xl/workbook.xml'),
    styles: await part('xl/styles.xml'),
  }
}

describe('a workbook', () => {
  it('holds title, headline, head, rows, totals, words and notes, with amounts as numbers of yuan', async () => {
    const rows = await readSheet(Buffer.from(await writeWorkbook(month)))
    expect(rows[0][0]).toBe('支部党费收缴月报表')
    expect(rows[1][0]).toBe(`单位：${samples.branchName}　　所属月份：2026年11月　　金额单位：元`)
    expect(rows[2].slice(0, 4)).toEqual(['序号', '姓名', '人员类别', '本月应交'])
    expect(rows[3].slice(0, 11)).toEqual([
      1,
      '王㛃',
      '月薪制',
      34.57,
      34.57,
      0.2,
      0,
      34.77,
      0,
      '2026-11-05',
      '微信支付',
    ])
    expect(rows[4].slice(0, 11)).toEqual([2, '=HYPERLINK("x")', null, 34.57, 0, 0, 0, 0, 0, null, null])
    expect(rows[5].slice(0, 9)).toEqual([null, '合计', null, 69.14, 34.57, 0.2, 0, 34.77, 0])
    expect(rows[6][0]).toBe('实收合计（大写）：人民币叁拾肆元柒角柒分')
    expect(rows[7][0]).toBe('本月应交党费 2 人，已足额交纳 1 人。')
  })

  it('keeps its head in sight, and prints on A4, as wide as a page, with the head and a number on each', async () => {
    const { sheet, book, styles } = await partsOf(await writeWorkbook(month))
    expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    expect(sheet).toMatch(/<pane [^>]*topLeftCell="C4"[^>]*state="frozen"/)
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter>',
    )
    expect(sheet.match(/<pageSetup /g)).toHaveLength(1)
    expect(sheet.match(/<col /g)).toHaveLength(month.columns.length)
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'支部党费收缴月报表'!$3:$3</definedName>`,
    )
    expect(styles).toContain('formatCode="#,##0.00"')
  })

  it('prints the publication upright', async () => {
    const { sheet } = await partsOf(await writeWorkbook(yearPublication(samples.yearPublicationOf())))
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/><headerFooter>',
    )
    expect(sheet).toMatch(/<pane [^>]*topLeftCell="A4"/)
  })

  it('is read by other programs, whatever stands in a name', async () => {
    const { sheet } = await partsOf(await writeWorkbook(month))
    expect(sheet).not.toContain('<f>')
    // the control character is gone, the rest of the remark stays
    const rows = await readSheet(Buffer.from(await writeWorkbook(month)))
    expect(String(rows[4][11])).toContain('<b>&')
  })

  it('has per cent as a share that can be reckoned with', async () => {
    const rows = await readSheet(
      Buffer.from(await writeWorkbook(passingUp(samples.passingUpOf([samples.passingUpRow()])))),
    )
    expect(rows[3].slice(2, 7)).toEqual([28, 1000, 0.4, 400, 600])
  })

  it('does not round up to all where a fen is missing', async () => {
    const summary = yearSummary(samples.yearSummaryOf([samples.yearSummaryRow({ paidFen: 987_649 })]))
    const rows = await readSheet(Buffer.from(await writeWorkbook(summary)))
    expect(rows[3].slice(3, 6)).toEqual([9876.5, 9876.49, 0.9999])
  })

  it('leaves blank what was due elsewhere', async () => {
    const monthsFen = [null, ...Array.from({ length: 11 }, () => 20)]
    const rows = await readSheet(
      Buffer.from(await writeWorkbook(yearDetails(samples.yearDetailsOf([samples.yearDetailsRow({ monthsFen })])))),
    )
    expect(rows[3].slice(2, 4)).toEqual([null, 0.2])
    expect(rows[3][15]).toBe(2.2)
  })

  it('of the publication says what came in, what was spent and what is left', async () => {
    const rows = await readSheet(Buffer.from(await writeWorkbook(yearPublication(samples.yearPublicationOf()))))
    const amounts = new Map(rows.slice(3, 15).map(([word, amount]) => [String(word).trim(), amount]))
    expect(amounts.get('二、本年收入')).toBe(123_499.99)
    expect(amounts.get('三、本年支出')).toBe(81_382.71)
    expect(amounts.get('四、本年结余')).toBe(54_462.95)
    expect(amounts.get('（五）补助生活困难党员')).toBe(6000)
  })
})
