/** What of each kind is checked: its texts, its pictures, and by which name people know them. */
import type { PostKind } from '../content/kinds'

export const checkedKinds = [
  ...['article', 'speech', 'policy', 'lesson', 'micropost', 'representative'],
  ...['page', 'link', 'contact'],
] as const
/** Kinds with drafts: what has none is public whenever it is saved. */
export type CheckedKind = PostKind | 'page' | 'link' | 'contact'

export const isCheckedKind = (kind: string): kind is CheckedKind => (checkedKinds as readonly string[]).includes(kind)

export type TextFormat = 'plain' | 'markdown'
type Fields = {
  texts: Record<string, { label: string; format: TextFormat }>
  pictures: Record<string, string>
}

const plain = (label: string) => ({ label, format: 'plain' }) as const
const markdown = (label: string) => ({ label, format: 'markdown' }) as const

const summary = plain('摘要')
const signed = { source: plain('来源'), responsibleEditor: plain('责任编辑') }
const cover = { cover: '封面图' }

export const checkedFields: Record<CheckedKind, Fields> = {
  article: {
    texts: {
      ...{ title: plain('标题'), subtitle: plain('副题'), summary, body: markdown('正文') },
      ...{ author: plain('作者'), ...signed },
    },
    pictures: cover,
  },
  speech: {
    texts: {
      ...{ title: plain('标题'), speaker: plain('讲话人'), post: plain('职务'), occasion: plain('场合'), summary },
      ...{ body: markdown('讲话全文'), ...signed },
    },
    pictures: cover,
  },
  policy: {
    texts: {
      ...{ title: plain('名称'), issuer: plain('发文机关'), documentNumber: plain('发文字号') },
      ...{ subject: plain('主题分类'), summary, history: plain('制定与修订经过') },
      ...{ body: markdown('正文'), interpretation: markdown('政策解读'), ...signed },
    },
    pictures: {},
  },
  lesson: {
    texts: {
      ...{ title: plain('课程名称'), lecturer: plain('主讲人'), summary, chapters: plain('章节') },
      ...{ body: markdown('课程介绍'), transcript: markdown('文字稿'), ...signed },
    },
    pictures: cover,
  },
  micropost: { texts: { text: plain('内容'), ...signed }, pictures: { pictures: '图片' } },
  representative: {
    texts: {
      ...{ name: plain('姓名'), post: plain('职务'), branch: plain('所在党组织'), term: plain('届次') },
      ...{ summary: plain('简介'), receptionTime: plain('接待时间'), receptionPlace: plain('接待地点') },
      ...{ body: markdown('事迹与履职'), ...signed },
    },
    pictures: { photo: '照片' },
  },
  page: { texts: { title: plain('标题'), summary, body: markdown('正文') }, pictures: {} },
  link: { texts: { title: plain('网站名称'), description: plain('说明') }, pictures: { logo: '标识' } },
  contact: {
    texts: {
      ...{ intro: plain('开头语'), address: plain('地址'), officeHours: plain('办公时间') },
      body: markdown('补充说明'),
    },
    pictures: { map: '位置图' },
  },
}

/** Attributes that hold one address on the web. */
export const addressFields: Partial<Record<CheckedKind, Record<string, string>>> = {
  article: { reprintUrl: '原文网址' },
  link: { url: '网址' },
}
