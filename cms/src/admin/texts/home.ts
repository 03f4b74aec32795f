/** What the home of the desk says of readers, of columns that stand still, and to those who are here for the first time. */

/** Titles of the cards and of the menu entry, looked up as every other text of the desk. */
export const homeTitles: Record<string, string> = {
  'home.widget.guide': '新手上路',
  'home.widget.readers': '读者',
  'home.widget.columns': '栏目更新',
  'home.menu.guide': '新手上路',
}

const number = new Intl.NumberFormat('zh-CN')

export const home = {
  readings: (count: number) => `${number.format(count)} 次`,
  lastDays: (count: number) => `近 14 天共 ${number.format(count)} 次阅读`,
  chart: '近 14 天每天的阅读次数',
  ofDay: (day: string, count: number) => `${day}：${number.format(count)} 次`,
  mostRead: '近 7 天读得最多',
  nobodyYet: '还没有阅读记录。读者打开门户页面后，这里会显示次数；不记录是谁看的。',
  outside: '（在门户打开）',

  allFresh: '各栏目都在按时更新。',
  quiet: (days: number, limit: number) => `已 ${days} 天没有新内容（要求 ${limit} 天内）`,
  empty: '还没有发布过内容',
  write: (column: string) => `为“${column}”写一篇`,

  guideIntro: '第一次来？照着下面做，大约一小时就能独立写稿、送审、看到上线。做完一步勾一步，勾选只记在这台设备上。',
  progress: (done: number, total: number) => `已完成 ${done} / ${total} 步`,
  finished: '都做完了。随时可以回来查看。',
  hide: '不再在首页显示',
  openGuide: '打开全部步骤',
  goThere: '前往',
  again: '全部重来',
} as const

export type GuideStep = { id: string; title: string; text: string; to?: string }

/** In the order of a first hour: each leads to the place where it is done. */
export const guideSteps: readonly GuideStep[] = [
  {
    id: 'password',
    title: '换成自己的密码',
    text: '初始密码别人可能见过。在个人资料里换成自己的，至少八位，有大小写字母和数字。',
    to: '/me',
  },
  {
    id: 'look',
    title: '看看门户和栏目',
    text: '打开“栏目”，看每个栏目放什么内容、要几级审核；再到门户上看它们的样子。',
    to: '/content-manager/collection-types/api::column.column',
  },
  {
    id: 'write',
    title: '写第一篇草稿',
    text: '点“新建条目”，填标题，选栏目，写几句正文，点“保存”。草稿读者看不到，放心写。也可以直接从 Word 粘贴。',
    to: '/content-manager/collection-types/api::article.article/create',
  },
  {
    id: 'picture',
    title: '放一张图片',
    text: '把照片拖进正文，写上替代文字：图里有谁、在做什么。看不见图片的读者靠它了解内容，没有替代文字的稿件不能发布。',
    to: '/plugins/upload',
  },
  {
    id: 'preview',
    title: '预览',
    text: '在稿件右边点“打开预览”，看电脑和手机上的样子。预览与发布后完全一样，只有您看得到。',
    to: '/content-manager/collection-types/api::article.article',
  },
  {
    id: 'check',
    title: '看“发布前检查”',
    text: '右边会列出错别字、缺少的来源、泄露的身份证号等问题，点“到此处”就能跳到那里改。',
    to: '/content-manager/collection-types/api::article.article',
  },
  {
    id: 'submit',
    title: '送审',
    text: '检查没有问题后点“送审”。审核的人会收到通知；被退回时，退回的意见和位置写在稿件右边，改好再送。',
    to: '/content-manager/collection-types/api::article.article',
  },
  {
    id: 'live',
    title: '看它上线',
    text: '审核通过后可以马上发布，也可以定时。“上线状态”会告诉您哪一秒上线、更新了哪些页面。',
    to: '/content-manager/collection-types/api::article.article',
  },
]
