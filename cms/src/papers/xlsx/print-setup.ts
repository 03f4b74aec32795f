/** What a printer should know of a workbook: A4, as wide as one page, the head on each, numbered pages. The library has no words for it. */
const A4 = 9
const MARGINS = 'left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"'
const FOOT = '<headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>'
const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** The order of a sheet's parts is fixed (ECMA-376, CT_Worksheet): of what stands in ours, only a drawing comes behind these. */
function printable(xml: string, landscape: boolean): string {
  const orientation = landscape ? 'landscape' : 'portrait'
  const setup = `<pageSetup paperSize="${A4}" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`
  return xml
    .replace(/<worksheet[^>]*>/, (opening) => opening + FIT)
    .replace(/(<drawing [^>]*\/>)?<\/worksheet>/, (end) => `<pageMargins ${MARGINS}/>${setup}${FOOT}${end}`)
}

/** @param headRow of the table, from 1 */
function withTitles(xml: string, name: string, headRow: number): string {
  const rows = `'${name}'!$${headRow}:$${headRow}`
  const names = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${rows}</definedName>`
  return xml.replace('<definedNames/>', () => `<definedNames>${names}</definedNames>`)
}

export const printSetup = (landscape: boolean, name: string, headRow: number) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': { transform: (xml: string) => printable(xml, landscape) },
      'xl/workbook.xml': { transform: (xml: string) => withTitles(xml, name, headRow) },
    },
  },
})
