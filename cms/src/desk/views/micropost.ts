import * as post from './post-fields'
import type { View } from './view'

export const micropost: View = {
  uid: 'api::micropost.micropost',
  mainField: 'text',
  sort: { by: 'displayDate', order: 'DESC' },
  pageSize: 20,
  list: ['text', 'pictures', 'displayDate', 'responsibleEditor', 'updatedAt'],
  rows: [{ text: 12 }, { pictures: 12 }, { column: 6, slug: 6 }, ...post.publishingRows],
  fields: {
    ...post.publishingFields,
    text: { label: '内容', hint: '不超过 500 字的短讯，换行会保留，不用写标题。', placeholder: '今天发生了什么？' },
    pictures: { label: '图片', hint: '最多九张，按此处顺序显示。每张请填写替代文字。' },
    slug: post.slug,
    column: post.onlyColumn,
  },
}
