import * as post from './post-fields'
import type { View } from './view'

export const representative: View = {
  uid: 'api::representative.representative',
  mainField: 'name',
  sort: { by: 'order', order: 'ASC' },
  pageSize: 50,
  list: ['name', 'post', 'branch', 'term', 'order', 'updatedAt'],
  rows: [
    { name: 6, post: 6 },
    { branch: 6, term: 6 },
    { photo: 12 },
    { summary: 12 },
    { receptionTime: 6, receptionPlace: 6 },
    { body: 12 },
    { posts: 12 },
    { column: 6, slug: 6 },
    { order: 6, tags: 6 },
    { source: 6, responsibleEditor: 6 },
    { displayDate: 6, pinnedUntil: 6 },
  ],
  fields: {
    ...post.publishingFields,
    name: { label: '姓名' },
    post: { label: '职务', placeholder: '例如：汽车工程系教师' },
    branch: { label: '所在党组织', placeholder: '例如：汽车工程系教工党支部' },
    term: { label: '届次', hint: '哪一次党代会的代表。', placeholder: '例如：学院第二次党员代表大会代表' },
    photo: { label: '照片', hint: '近期正面照片，建议 3∶4 竖图。替代文字填写姓名。' },
    summary: { ...post.summary, label: '简介', hint: '一两句话的介绍，显示在代表名单中。', placeholder: '' },
    receptionTime: {
      label: '接待时间',
      hint: '接待党员群众的时间，没有则留空。',
      placeholder: '例如：每月第一个周三 14:30—16:30',
    },
    receptionPlace: { label: '接待地点', placeholder: '例如：行政楼 203 室' },
    body: { ...post.body, label: '事迹与履职', hint: '代表的工作经历、履职情况，可不填。' },
    posts: { label: '工作文章', hint: '在文章中选择“党代表”后自动出现在这里。', readOnly: true },
    slug: { ...post.slug, placeholder: '留空自动生成' },
    column: post.onlyColumn,
    order: post.order,
  },
}
