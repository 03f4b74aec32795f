import * as post from './post-fields'
import type { View } from './view'

export const speech: View = {
  uid: 'api::speech.speech',
  mainField: 'title',
  sort: { by: 'displayDate', order: 'DESC' },
  pageSize: 20,
  list: ['title', 'speaker', 'speechDate', 'displayDate', 'updatedAt'],
  rows: [
    { title: 12 },
    { speaker: 4, post: 8 },
    { occasion: 8, speechDate: 4 },
    { column: 6, slug: 6 },
    { summary: 12 },
    { cover: 6, video: 6 },
    { body: 12 },
    { attachments: 12 },
    ...post.publishingRows,
  ],
  fields: {
    ...post.publishingFields,
    title: { ...post.title, placeholder: '例如：在学院庆祝教师节座谈会上的讲话' },
    speaker: { label: '讲话人', hint: '只填姓名。' },
    post: { label: '职务', hint: '讲话时的职务。', placeholder: '例如：党委书记' },
    occasion: { label: '场合', hint: '在什么会议或活动上的讲话。', placeholder: '例如：学院党的建设工作会议' },
    speechDate: { label: '讲话日期', hint: '讲话当天的日期，与网站的显示日期无关。' },
    slug: post.slug,
    column: post.onlyColumn,
    summary: post.summary,
    cover: post.cover,
    video: { label: '视频', hint: '讲话录像，建议 MP4 格式。没有则留空。' },
    body: { ...post.body, label: '讲话全文' },
    attachments: post.attachments,
  },
}
