/**
 * The Content Manager sorts its menu by title, which puts 标签 first. A number before the title sorts it as editors
 * work; the title with its number is looked up as a text, and that text is the bare title. Searching still finds it.
 */

type Link = { uid: string; title: string }

export const ORDER: Record<string, string> = {
  'api::article.article': '文章',
  'api::micropost.micropost': '党建微博',
  'api::speech.speech': '领导讲话',
  'api::policy.policy': '政策法规',
  'api::lesson.lesson': '电教课程',
  'api::representative.representative': '党代表',
  'api::page.page': '页面',
  'api::link.link': '党建链接',
  'api::column.column': '栏目',
  'api::topic.topic': '课程专题',
  'api::tag.tag': '标签',
  'api::link-group.link-group': '链接分组',
  'api::wording.wording': '错敏词',
  'plugin::users-permissions.user': '会员账号',
}

const numbered = new Map(
  Object.entries(ORDER).map(([uid, title], index) => [uid, `${String(index + 1).padStart(2, '0')} ${title}`]),
)

export const menuTexts: Record<string, string> = Object.fromEntries(
  Object.entries(ORDER).map(([uid, title]) => [numbered.get(uid) ?? uid, title]),
)

export function orderMenu<Links extends { ctLinks: Link[] }>({ ctLinks, ...rest }: Links) {
  return { ...rest, ctLinks: ctLinks.map((link) => ({ ...link, title: numbered.get(link.uid) ?? link.title })) }
}
