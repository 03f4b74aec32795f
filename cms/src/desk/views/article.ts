import * as post from './post-fields'
import type { View } from './view'

export const article: View = {
  uid: 'api::article.article',
  mainField: 'title',
  sort: { by: 'displayDate', order: 'DESC' },
  pageSize: 20,
  list: ['title', 'column', 'displayDate', 'responsibleEditor', 'updatedAt'],
  rows: [
    { title: 12 },
    { subtitle: 12 },
    { column: 6, slug: 6 },
    { summary: 12 },
    { cover: 12 },
    { body: 12 },
    { attachments: 12 },
    { author: 6, source: 6 },
    { responsibleEditor: 6, reprintUrl: 6 },
    { displayDate: 6, pinnedUntil: 6 },
    { tags: 6, related: 6 },
    { representative: 6 },
  ],
  fields: {
    ...post.publishingFields,
    title: post.title,
    subtitle: {
      label: '副题',
      hint: '放在标题下方的补充说明，没有则留空。',
      placeholder: '例如：记我院第二次党员代表大会',
    },
    slug: post.slug,
    column: post.column,
    summary: post.summary,
    cover: post.cover,
    body: post.body,
    attachments: post.attachments,
    related: { label: '相关稿件', hint: '列在正文之后的相关阅读，一般选三到五篇。未发布的稿件不会显示。' },
    representative: { label: '党代表', hint: '如果是某位党代表的工作文章，在此选择，文章会列在该代表的页面上。' },
    author: post.author,
    reprintUrl: {
      label: '原文网址',
      hint: '转载稿件的原文地址，以 http:// 或 https:// 开头；原创稿件留空。',
      placeholder: 'https://',
    },
  },
}
