/** What posts are sorted by: columns, topics, tags. */
import * as post from './post-fields'
import type { View } from './view'

export const column: View = {
  uid: 'api::column.column',
  mainField: 'name',
  sort: { by: 'order', order: 'ASC' },
  pageSize: 50,
  list: ['name', 'slug', 'module', 'kind', 'order', 'reviewLevels', 'visible'],
  rows: [
    { name: 6, slug: 6 },
    { module: 6, kind: 6 },
    { intro: 12 },
    { order: 3, pageSize: 3, reviewLevels: 3, staleAfterDays: 3 },
    { visible: 3 },
  ],
  fields: {
    name: { label: '栏目名称', hint: '菜单和页面上显示的名称，不超过 20 字。' },
    slug: {
      label: '网址短名',
      hint: '栏目网址，如 news；小写字母开头。修改会改变该栏目全部稿件的网址，旧网址自动跳到新网址。',
    },
    module: { label: '所属模块', hint: '栏目出现在哪个模块的菜单和首页中。' },
    kind: { label: '内容类型', hint: '此栏目存放哪一类内容。栏目已有内容后请勿更改。' },
    intro: { label: '栏目简介', hint: '显示在栏目首页标题下方，也供搜索引擎使用。' },
    order: { label: '顺序', hint: '数字小的排在前面。' },
    pageSize: { label: '每页条数', hint: '栏目列表每页显示的条数。' },
    reviewLevels: { label: '审核级数', hint: '发布前需要几级审核：0 为不需要，3 为三审。' },
    staleAfterDays: {
      label: '更新提醒（天）',
      hint: '多少天没有新内容就在首页提醒：动态类一般 14 天，通知、政策类 183 天；0 为不提醒。',
    },
    visible: { label: '在网站显示', hint: '关闭后菜单中不出现此栏目，已发布的稿件仍可访问。' },
  },
}

export const topic: View = {
  uid: 'api::topic.topic',
  mainField: 'name',
  sort: { by: 'order', order: 'ASC' },
  pageSize: 50,
  list: ['name', 'slug', 'order', 'updatedAt'],
  rows: [{ name: 6, slug: 6 }, { intro: 12 }, { order: 4 }],
  fields: {
    name: { label: '专题名称', placeholder: '例如：党章党规' },
    slug: { ...post.slug, hint: '网址中的短名，留空自动生成。' },
    intro: { label: '专题介绍', hint: '显示在专题页面上方。' },
    order: post.order,
  },
}

export const tag: View = {
  uid: 'api::tag.tag',
  mainField: 'name',
  sort: { by: 'name', order: 'ASC' },
  pageSize: 50,
  list: ['name', 'slug', 'updatedAt'],
  rows: [{ name: 6, slug: 6 }],
  fields: {
    name: { label: '标签名称', hint: '新建前请先搜索，避免同义标签。', placeholder: '例如：主题教育' },
    slug: { ...post.slug, hint: '网址中的短名，留空自动生成。' },
  },
}
