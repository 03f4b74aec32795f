/** What the desk says of how the portal is read. */
const number = new Intl.NumberFormat('zh-CN')

export const statistics = {
  title: '阅读统计',
  subtitle: '门户页面被打开的次数。不用 Cookie，不记录是谁看的；爬虫不算，同一人一分钟内重复打开算一次。',
  periods: { '7': '近 7 天', '30': '近 30 天' },
  period: '统计的时间',
  sum: (count: number, total: number) =>
    `这段时间共 ${number.format(count)} 次；开站以来共 ${number.format(total)} 次。`,
  byDay: '每天',
  ofDay: (day: string, count: number) => `${day}：${number.format(count)} 次`,
  byColumn: '各栏目',
  byPage: '读得最多的页面',
  page: '页面',
  column: '栏目',
  count: '次数',
  outside: '（在门户打开）',
  export: '导出 CSV',
  exportFailed: '没能导出，请稍后再试。',
  nobody: '这段时间还没有阅读记录。读者打开门户页面后，这里会显示次数。',
  failed: '没能读取阅读统计，请稍后再试。',
  readings: (count: number) => number.format(count),
  openStatistics: '查看阅读统计',
} as const

export const statisticsTitles: Record<string, string> = { 'statistics.menu': statistics.title }
