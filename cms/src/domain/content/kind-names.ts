/** What people call the kinds of content that can be linked to. */
import type { PostKind } from './kinds'

export type LinkableKind = PostKind | 'page'

export const kindNames: Record<LinkableKind, string> = {
  article: '文章',
  speech: '领导讲话',
  policy: '政策法规',
  lesson: '电教课程',
  micropost: '党建微博',
  representative: '党代表',
  page: '页面',
}
