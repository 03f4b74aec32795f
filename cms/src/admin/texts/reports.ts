/** What the desk says of what readers report. */
const number = new Intl.NumberFormat('zh-CN')

export const reports = {
  title: '读者报错',
  subtitle: '读者在页面上点“报告错误”写来的。核实、改好之后标记为已处理；垃圾信息请删除。',
  tabs: { open: '待处理', done: '已处理' },
  tabList: '处理情况',
  waiting: (count: number) => `${number.format(count)} 条待处理`,
  total: (count: number) => `共 ${number.format(count)} 条。`,
  nothing: { open: '没有待处理的报错。', done: '还没有处理过报错。' },
  failed: '没能读取读者报错，请稍后再试。',
  quote: '原文：',
  contact: '联系方式：',
  openPage: '打开页面',
  inPortal: '（在门户打开）',
  doneBy: (who: string, when: string) => `${who}于${when}处理`,
  note: '处理说明（可不填）',
  markDone: '标记为已处理',
  markedDone: '已标记为已处理。',
  reopen: '退回待处理',
  reopened: '已退回待处理。',
  remove: '删除',
  removed: '已删除。',
  askRemove: '确定删除这条报错吗？删除后不能恢复，审计日志里会留下记录。',
  actFailed: '没能完成，请稍后再试。',
  previous: '上一页',
  next: '下一页',
  allDone: '没有待处理的报错。读者在每一页都可以报告错误，送到这里。',
  openList: '去处理',
} as const

export const reportTitles: Record<string, string> = {
  'reports.menu': reports.title,
  'reports.widget': reports.title,
}
