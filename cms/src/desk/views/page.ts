import * as post from './post-fields'
import type { View } from './view'

export const page: View = {
  uid: 'api::page.page',
  mainField: 'title',
  sort: { by: 'title', order: 'ASC' },
  pageSize: 50,
  list: ['title', 'column', 'slug', 'updatedAt'],
  rows: [{ title: 12 }, { column: 6, slug: 6 }, { summary: 12 }, { body: 12 }, { attachments: 12 }],
  fields: {
    title: { label: '标题', placeholder: '例如：党费缴纳办事指南' },
    column: {
      label: '所属栏目',
      hint: '办事指南选择相应栏目（如“党费缴纳”），此页即成为该栏目的首页；隐私说明、帮助等单独页面留空。',
    },
    slug: {
      ...post.slug,
      hint: '网址中的短名，如 privacy；留空自动生成。已发布后修改会改变网址。',
      placeholder: '例如：privacy',
    },
    summary: post.summary,
    body: { ...post.body, hint: '办事指南建议按“适用对象、办理条件、所需材料、办理流程、办理时限、联系方式”分节。' },
    attachments: { ...post.attachments, hint: '供读者下载的表格、样本等。' },
  },
}
