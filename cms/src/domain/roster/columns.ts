/** The columns of a roster file: what their headings are, also as colleges write them in files of their own. */
import { halfWidth } from '../checks/fold'
import type { Cell } from './cells'

type Column = { title: string; also: readonly string[]; width: number; hint: string }

export const rosterColumns = {
  number: {
    title: '学号/工号',
    also: ['学号', '工号', '学工号', '编号', '人员编号', '党员编号', '职工号', '教工号'],
    width: 16,
    hint: '必填，认人只凭这一列。3 到 20 位字母、数字或连字符，一人一个，不能重复。',
  },
  name: { title: '姓名', also: ['党员姓名', '名字'], width: 12, hint: '新党员必填。' },
  generalBranch: {
    title: '党总支',
    also: ['所属党总支', '所在党总支', '总支', '二级党组织'],
    width: 22,
    hint: '不同党总支有同名支部时必填，其他情况可以不填。',
  },
  branch: {
    title: '党支部',
    also: ['所在党支部', '所属党支部', '支部', '支部名称', '所在支部', '所属支部'],
    width: 26,
    hint: '新党员必填，名称与系统里的一致。',
  },
  group: { title: '党小组', also: ['所在党小组', '小组'], width: 14, hint: '没有党小组的不填。' },
  status: {
    title: '党员状态',
    also: ['状态', '党员身份', '人员状态'],
    width: 12,
    hint: '新党员必填：正式党员、预备党员。',
  },
  admittedOn: {
    title: '入党日期',
    also: ['入党时间', '接收预备党员日期', '接收为预备党员日期', '加入党组织日期', '加入中共组织日期'],
    width: 14,
    hint: '新党员必填：支部大会接收为预备党员的日子。可写 2026-06-28、2026/6/28、2026年6月28日。',
  },
  fullOn: {
    title: '转正日期',
    also: ['转正时间', '转为正式党员日期', '转正式党员日期'],
    width: 14,
    hint: '正式党员必填，预备党员不填。',
  },
  category: {
    title: '党费类别',
    also: ['缴费类别', '交纳类别', '党费交纳类别', '党费缴纳类别', '人员类别'],
    width: 22,
    hint: '新党员必填，写法见下表。',
  },
  phone: {
    title: '手机号码',
    also: ['手机', '手机号', '电话', '联系电话', '移动电话'],
    width: 16,
    hint: '11 位手机号。',
  },
  mail: {
    title: '电子邮箱',
    also: ['邮箱', '邮件', 'email', 'e-mail', '电子邮件'],
    width: 26,
    hint: '用来发开通账号的邮件。',
  },
  identity: {
    title: '身份证号码',
    also: ['身份证', '身份证号', '公民身份号码', '公民身份证号码', '证件号码'],
    width: 22,
    hint: '18 位，存入时加密。单元格格式请选“文本”。',
  },
} as const satisfies Record<string, Column>

export type RosterColumn = keyof typeof rosterColumns
export const columnIds = Object.keys(rosterColumns) as RosterColumn[]
export const titleOf = (column: RosterColumn): string => rosterColumns[column].title

/** Spaces, brackets with an explanation, and the star of what must be filled in do not make another heading. */
const headingKey = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replaceAll(/\s|\*|\([^)]*\)/g, '')

const byHeading = new Map<string, RosterColumn>(
  columnIds.flatMap((column) =>
    [rosterColumns[column].title, ...rosterColumns[column].also].map((heading): [string, RosterColumn] => [
      headingKey(heading),
      column,
    ]),
  ),
)

export type Headings = {
  /** where the headings stand, from 0 */
  row: number
  at: ReadonlyMap<RosterColumn, number>
  /** headings that mean nothing to us */
  ignored: readonly string[]
  /** two columns of one meaning */
  doubled: readonly RosterColumn[]
}

const SEARCHED_ROWS = 10

function headingsOf(cells: readonly Cell[], row: number): Headings {
  const at = new Map<RosterColumn, number>()
  const ignored: string[] = []
  const doubled: RosterColumn[] = []
  for (const [index, cell] of cells.entries()) {
    const text = typeof cell === 'string' ? cell.trim() : ''
    if (text === '') continue
    const column = byHeading.get(headingKey(text))
    if (!column) ignored.push(text.slice(0, 30))
    else if (at.has(column)) doubled.push(column)
    else at.set(column, index)
  }
  return { row, at, ignored, doubled }
}

/** Above the headings a file may have its title. @returns null where no row has a number and something to say of it */
export function findHeadings(rows: readonly (readonly Cell[])[]): Headings | null {
  for (const [row, cells] of rows.slice(0, SEARCHED_ROWS).entries()) {
    const headings = headingsOf(cells, row)
    if (headings.at.has('number') && headings.at.size > 1) return headings
  }
  return null
}
