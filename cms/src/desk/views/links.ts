import * as post from './post-fields'
import type { View } from './view'

export const link: View = {
  uid: 'api::link.link',
  mainField: 'title',
  sort: { by: 'order', order: 'ASC' },
  pageSize: 50,
  list: ['title', 'url', 'group', 'order', 'updatedAt'],
  rows: [{ title: 6, url: 6 }, { group: 6, order: 3 }, { description: 12 }, { logo: 12 }],
  fields: {
    title: { label: '网站名称', placeholder: '例如：共产党员网' },
    url: { label: '网址', hint: '以 http:// 或 https:// 开头的完整网址。', placeholder: 'https://' },
    group: { label: '分组', hint: '链接页面按分组排列。' },
    order: post.order,
    description: { label: '说明', hint: '一句话介绍这个网站，可不填。' },
    logo: { label: '标识', hint: '网站标识图片，可不填。' },
  },
}

export const linkGroup: View = {
  uid: 'api::link-group.link-group',
  mainField: 'name',
  sort: { by: 'order', order: 'ASC' },
  pageSize: 50,
  list: ['name', 'order', 'updatedAt'],
  rows: [{ name: 8, order: 4 }],
  fields: {
    name: { label: '分组名称', placeholder: '例如：中央网站' },
    order: post.order,
  },
}
