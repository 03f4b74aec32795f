/** What the style guide shows its parts with: invented, and the same on every portal. */
import type { Card, CardOf } from '../content/cards.ts'
import type { Media } from '../content/documents.ts'
import type { Item } from '../content/queries/documents.ts'
import { leadDrawing, lessonDrawing } from './drawings.ts'

export const colours = [
  { name: 'paper', use: '页底' },
  { name: 'sheet', use: '面板' },
  { name: 'sunk', use: '底纹' },
  { name: 'line', use: '分隔' },
  { name: 'edge', use: '控件边' },
  { name: 'ink', use: '正文、标题' },
  { name: 'ink-2', use: '导语、摘要' },
  { name: 'ink-3', use: '日期、署名' },
  { name: 'red', use: '动作、当前、头条' },
  { name: 'red-tint', use: '红底纹' },
  { name: 'masthead', use: '报头' },
  { name: 'gold', use: '金线' },
  { name: 'gold-text', use: '金字' },
  { name: 'ok', use: '有效' },
  { name: 'warn', use: '已修改、未开始' },
  { name: 'footer', use: '页脚' },
] as const

export const sizes = [
  { name: 'display', use: '首页头条' },
  { name: 'h1', use: '页标题' },
  { name: 'h2', use: '版块标题' },
  { name: 'h3', use: '小版块、姓名' },
  { name: 'h4', use: '列表标题' },
  { name: 'read', use: '正文' },
  { name: 'dense', use: '密列表、表格' },
  { name: 'small', use: '日期、图注' },
  { name: 'tiny', use: '标签，下限' },
] as const

export const icons = [
  ...(['file', 'dues', 'admission'] as const),
  ...(['transfer', 'service', 'letter', 'pen', 'phone', 'path'] as const),
]

const ADDRESS = '#main'
const post = {
  column: 'specimens',
  displayDate: '2026-11-20T01:00:00.000Z',
  pinnedUntil: null,
  source: '党委宣传部',
  summary: null,
}
const noFiles = { cover: null, video: null, audio: null, handout: null }
const noDates = { adoptedOn: null, issuedOn: null }

const media = (picture: { url: string; width: number; height: number; alternativeText: string }): Media => ({
  ...{ ...picture, name: '插图', ext: '.svg', mime: 'image/svg+xml', size: 5555, caption: null },
  ...{ sources: [], focalPoint: null },
})

const item = (card: Card, title: string): Item => ({ card, title, address: ADDRESS })

const article = (n: number, title: string, changes: Partial<CardOf<'article'>> = {}): Item =>
  item(
    {
      ...{ ...post, kind: 'article', documentId: `specimen-article-${n}`, slug: `article-${n}`, title },
      ...{ subtitle: null, cover: null, publicityFrom: null, publicityUntil: null, ...changes },
    },
    title,
  )

export const cover = media(leadDrawing)
const summary = '实训期间成立临时党支部，三十七名师生党员与项目部结对攻关，完成四项现场技术改进。'
export const story = article(1, '把支部建在桥梁工地上', { summary })
export const articles = [
  article(2, '关于开展基层党支部书记述职评议工作的通知', { summary: '述职以书面为主，评议会不超过半天。' }),
  article(3, '大雪清晨，六点二十分的实训场', { cover, summary }),
]

const policy = (n: number, validity: CardOf<'policy'>['validity'], effectiveOn: string): Item =>
  item(
    {
      ...{ ...post, ...noDates, kind: 'policy', documentId: `specimen-policy-${n}`, slug: `policy-${n}` },
      ...{
        title: '党费收缴、使用和管理办法',
        indexNumber: null,
        issuer: '学院党委',
        documentNumber: `院党发〔20${n}〕7号`,
      },
      ...{ subject: null, effectiveOn, validity },
    },
    '党费收缴、使用和管理办法',
  )
export const policies = [
  policy(26, 'effective', '2026-09-01'),
  policy(21, 'amended', '2021-07-01'),
  policy(15, 'repealed', '2015-03-20'),
]

export const lessons = ['怎样写好一份思想汇报', '“两路”精神与交通人的担当', '从人字形铁路到高铁', '隧道口的安全课'].map(
  (title, n) =>
    item(
      {
        ...{ ...post, ...noFiles, kind: 'lesson', documentId: `specimen-lesson-${n}`, slug: `lesson-${n}`, title },
        ...{ topic: null, lecturer: '温如许', durationSeconds: 600 + n * 95, classHours: 0.5 },
      },
      title,
    ),
)

export const representatives = ['陈守拙', '林见山'].map((name, n) =>
  item(
    {
      ...{
        ...post,
        kind: 'representative',
        documentId: `specimen-person-${n}`,
        slug: `person-${n}`,
        name,
        photo: null,
      },
      ...{ post: '桥梁检测实训中心主任', branch: '道桥教研室党支部', term: null },
      ...{ receptionTime: '每月第四个星期四 14:30 至 17:00', receptionPlace: '行政楼 204 室', order: n },
    },
    name,
  ),
)

export const microposts = [
  item(
    {
      ...{ ...post, kind: 'micropost', documentId: 'specimen-micropost', slug: 'micropost' },
      text: '隧道口六度，测量组的热姜汤还冒着气。',
      pictures: ['甲', '乙', '丙'].map((name) => media(lessonDrawing(name))),
    },
    '微博',
  ),
]

const EVER = '2099-12-31'
export const periods = {
  ahead: { publicityFrom: EVER, publicityUntil: EVER },
  running: { publicityFrom: '2026-01-01', publicityUntil: EVER },
  over: { publicityFrom: '2026-06-08', publicityUntil: '2026-06-12' },
} satisfies Record<string, { publicityFrom: string; publicityUntil: string }>

export const chapters = '00:00 写给谁看\n00:08 开头写经历\n00:25 然后写差距'
export const file: Media = {
  ...{ url: leadDrawing.url, name: '培训安排.pdf', ext: '.pdf', mime: 'application/pdf', size: 395_000 },
  ...{ width: null, height: null, alternativeText: null, caption: null, sources: [], focalPoint: null },
}

export const text = `“修路的人最懂得，先有人肯走在前面，后来才有大家走的路。”这句话写在《工地日志》第12页，旁边注着：2026年11月20日，6℃。[^1]

## 一、列表与引文

> 支部就是那个走在前面的人。

1. 先看**路**，再看桥；
2. 再看*人*。

| 人员 | 基数（元） | 比例 |
|---|--:|:-:|
| 在职 | 3000.00 | 0.5% |
| 离退休 | 5000.01 | 1% |

[^1]: 《工地日志》，2026年，内部资料。
`
