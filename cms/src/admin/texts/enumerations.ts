/**
 * Values of enumerations in the content types. The desk looks an option up by its bare value, so these ids are global:
 * a value must mean the same in every content type that uses it.
 */
export const enumerations: Record<string, string> = {
  dynamics: '党建动态',
  vanguard: '时代先锋',
  organization: '浏览组织',
  ideas: '创建思路',
  portal: '门户首页',

  article: '文章',
  speech: '领导讲话',
  policy: '政策法规',
  lesson: '电教课程',
  micropost: '党建微博',
  representative: '党代表',
  link: '党建链接',
  guide: '办事指南',
  contact: '联系我们',

  effective: '现行有效',
  amended: '已被修改',
  repealed: '已废止',

  wholeSite: '整个网站',
  homePage: '仅首页',

  warn: '提醒',
  block: '禁止发布',
}
