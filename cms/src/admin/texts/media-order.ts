/** What the desk says about the order of its media library. */
const number = new Intl.NumberFormat('zh-CN')

export const mediaOrder = {
  title: '媒体整理',
  subtitle: '补写替代文字，找出重复的文件，查看文件用在哪里。',
  tabs: { 'no-alt': '缺替代文字', twice: '重复的文件', named: '查找文件' },
  tabList: '整理什么',
  total: {
    'no-alt': (count: number) => `${number.format(count)} 张图片缺替代文字，发布前需要补上。`,
    twice: (count: number) => `${number.format(count)} 组文件内容相同；可以在用到它的地方统一用一个，再删去多余的。`,
    named: (count: number) => `找到 ${number.format(count)} 个文件。`,
  },
  nothing: {
    'no-alt': '所有图片都有替代文字。',
    twice: '没有重复的文件。',
    named: '请输入文件名或替代文字的一部分。',
  },
  search: '文件名或替代文字',
  searchButton: '查找',
  alternative: '替代文字',
  alternativeHint: '写清图片里有什么，看不见图片的读者靠它了解内容',
  missing: '缺替代文字',
  save: '保存',
  saved: '已保存。',
  notSaved: '没能保存：可能没有修改这个文件的权限。',
  failed: '没能读取媒体库，请稍后再试。',
  noFolder: '根目录',
  places: '用在哪里',
  hidePlaces: '收起',
  unused: '没有用在任何地方，可以删除。',
  placesFailed: '没能查到，请稍后再试。',
  by: { field: '字段', text: '正文' },
  public: '已发布',
  draft: '草稿',
  untitled: '（无标题）',
  previous: '上一页',
  next: '下一页',
  sameTitle: '媒体库里已有相同的文件',
  same: (name: string, folder: string | null) =>
    `“${name}”，在${folder ? `文件夹“${folder}”` : '根目录'}里，内容与您选的完全相同。`,
  useExisting: '使用已有的',
  uploadAnyway: '仍然上传',
} as const

export const mediaOrderTitles: Record<string, string> = { 'media-order.menu': mediaOrder.title }
