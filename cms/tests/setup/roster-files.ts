/** Roster files as people send them: a form with a file in it. */
import type { Answer } from './http.ts'
import type { TestCms } from './strapi.ts'

const columns = {
  ...{
    number: '学号/工号',
    name: '姓名',
    generalBranch: '党总支',
    branch: '党支部',
    group: '党小组',
    status: '党员状态',
  },
  ...{ admittedOn: '入党日期', fullOn: '转正日期', category: '党费类别', phone: '手机号码', mail: '电子邮箱' },
  identity: '身份证号码',
}
export type TypedRow = Partial<Record<keyof typeof columns, string>>

/** As CSV: the workbook's own way is tested in workbooks/ and by export and import. */
export function rosterCsv(rows: readonly TypedRow[]): string {
  const ids = Object.keys(columns) as (keyof typeof columns)[]
  const lines = rows.map((row) => ids.map((id) => row[id] ?? '').join(','))
  return `${[Object.values(columns).join(','), ...lines].join('\n')}\n`
}

export const newRow = (row: TypedRow): TypedRow => ({
  ...{ name: '新党员', branch: '甲一支部', status: '预备党员', admittedOn: '2026年6月28日', category: '学生' },
  ...row,
})

export async function sendForm(
  cms: TestCms,
  path: string,
  file: string | Uint8Array | null,
  fields: Record<string, string>,
  headers: Record<string, string>,
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file !== null) form.set('file', new Blob([Buffer.from(file)]), '名册.csv')
  const response = await fetch(cms.url + path, { method: 'POST', headers, body: form })
  const text = await response.text()
  return { status: response.status, body: JSON.parse(text), text, headers: response.headers }
}
