/** What the desk says about its audit log. */
import type { Result } from '../../domain/audit/entry'

const number = new Intl.NumberFormat('zh-CN')

export const audit = {
  title: '审计日志',
  subtitle: '谁在什么时候做了什么：只能查看和导出，谁也不能修改或删除。',
  person: '操作人',
  personHint: '姓名或邮箱',
  subject: '对象',
  subjectHint: '标题或编号',
  act: '操作',
  result: '结果',
  from: '从',
  to: '到',
  any: '全部',
  search: '查询',
  clear: '清除条件',
  exportXlsx: '导出 Excel',
  exportCsv: '导出 CSV',
  exportFailed: '没能导出，请稍后再试。',
  failed: '没能读取审计日志，请稍后再试。',
  nothing: '没有符合条件的记录。',
  older: '更早的记录',
  newest: '回到最新',
  at: '时间',
  details: (sequence: number) => `第 ${sequence} 条记录`,
  showDetails: (sequence: number) => `查看第 ${sequence} 条记录`,
  close: '关闭',
  field: '项目',
  before: '改动前',
  after: '改动后',
  unchanged: '没有记录改动的内容。',
  empty: '（空）',
  yes: '是',
  no: '否',
  ip: '地址（IP）',
  browser: '浏览器',
  roles: '角色',
  email: '邮箱',
  reason: '原因',
  hash: '校验值',
  results: { ok: '成功', refused: '被拒绝', failed: '出错' } satisfies Record<Result, string>,
  longText: (excerpt: string, characters: number) => `……${excerpt}……（全文 ${number.format(characters)} 字）`,
  intact: (instant: string, rows: number) => `${instant} 校验过，${number.format(rows)} 条记录完整。`,
  broken: (instant: string, problem: string) =>
    `${instant} 校验没有通过：${problem}请联系运维人员，在服务器上运行 npm run audit -- verify。`,
  neverVerified: '还没有校验过；每天凌晨自动校验一次。',
} as const

export const auditTitles: Record<string, string> = { 'audit.menu': audit.title }
