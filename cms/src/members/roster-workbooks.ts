/** The roster as a workbook: an empty one to fill in, and who is in it now. What an export writes, an import reads. */
import { categoryNames } from '../domain/dues/categories'
import { memberStatuses } from '../domain/members/member'
import type { Organisation } from '../domain/organisation/organisation'
import { type Entry, shownField } from '../domain/roster/changes'
import { columnIds, type RosterColumn, rosterColumns } from '../domain/roster/columns'
import { type Choice, type Sheet, writeWorkbook } from '../workbooks/write-workbook'

const EMPTY_ROWS = 500
const SHEET = '党员名册'
const widths = columnIds.map((column) => rosterColumns[column].width)
const titles = columnIds.map((column) => rosterColumns[column].title)

const example: Record<RosterColumn, string> = {
  ...{
    number: '示例（导入时跳过这一行）',
    name: '张某某',
    generalBranch: '信息工程系党总支',
    branch: '信息工程系教工支部',
  },
  ...{
    group: '',
    status: '正式党员',
    admittedOn: '2015-07-01',
    fullOn: '2016-07-01',
    category: categoryNames.salaried,
  },
  ...{ phone: '13800000000', mail: 'name@example.edu.cn', identity: '' },
}

const choices: Choice[] = [
  { column: columnIds.indexOf('status'), values: [memberStatuses.full, memberStatuses.probationary] },
  { column: columnIds.indexOf('category'), values: Object.values(categoryNames) },
]

const explanation: Sheet = {
  name: '填写说明',
  widths: [16, 90],
  rows: [
    ['列', '怎样填'],
    ...columnIds.map((column) => [rosterColumns[column].title, rosterColumns[column].hint]),
    ['空着的格', '表示不改：已在名册里的党员，只填要改的列就行；不要的列可以整列删去。'],
    ['不在表里的人', '不会被移出名册，只在预览里列出。转出、出党在名册里逐人办理。'],
    ...Object.values(categoryNames).map((name, at) => [at === 0 ? '党费类别' : '', name]),
  ],
}

export const rosterTemplate = (): Promise<Buffer> =>
  writeWorkbook([
    { name: SHEET, widths, rows: [titles, columnIds.map((column) => example[column])], emptyRows: EMPTY_ROWS, choices },
    explanation,
  ])

/** From the member's organisation up: the names of its branch, group and general branch. */
function placeNames(organisations: ReadonlyMap<string, Organisation>, organisationId: string) {
  const names = { generalBranch: '', branch: '', group: '' }
  for (let one = organisations.get(organisationId); one; one = organisations.get(one.parentId ?? '')) {
    if (one.kind === 'general-branch') names.generalBranch = one.name
    if (one.kind === 'branch') names.branch = one.name
    if (one.kind === 'group') names.group = one.name
  }
  return names
}

/** @param isWhole with personal numbers as they are; otherwise masked */
export function exportRoster(
  members: readonly Entry[],
  organisations: readonly Organisation[],
  isWhole: boolean,
): Promise<Buffer> {
  const byId = new Map(organisations.map((one) => [one.id, one]))
  const rows = members.map((entry) => {
    const places = placeNames(byId, entry.organisationId)
    return columnIds.map((column) => {
      if (column === 'number') return entry.number
      if (column === 'generalBranch' || column === 'branch' || column === 'group') return places[column]
      return isWhole && (column === 'phone' || column === 'mail' || column === 'identity')
        ? (entry[column] ?? '')
        : shownField(column, entry)
    })
  })
  return writeWorkbook([{ name: SHEET, widths, rows: [titles, ...rows] }])
}
