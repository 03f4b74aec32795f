import { expect, it } from 'vitest'
import { ownTitle } from './head'

it.each([
  ['Strapi Admin', '智慧党建 · 内容管理'],
  ['首页 | Strapi', '首页 | 智慧党建 · 内容管理'],
  ['设置 · Roles | Strapi', '设置 · 角色 | 智慧党建 · 内容管理'],
  ['Configure 文章 List View | Strapi', '文章：设置列表 | 智慧党建 · 内容管理'],
  ['标题中有 | 的稿件 | Strapi', '标题中有 | 的稿件 | 智慧党建 · 内容管理'],
  ['首页 | 智慧党建 · 内容管理', '首页 | 智慧党建 · 内容管理'],
])('%s', (title, own) => {
  expect(ownTitle(title)).toBe(own)
})
