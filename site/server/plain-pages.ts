/** Sentences for readers when the tree has no page for them. */
export const plainPage = (title: string, sentence: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1><p>${sentence}</p></html>`

export const plainPages = {
  preparing: plainPage('门户正在准备', '页面马上就好，请过几秒再刷新。'),
  notFound: plainPage('没有这一页', '请检查网址，或从首页查找。'),
  badRequest: plainPage('请求不对', '请检查网址后再试。'),
  failed: plainPage('服务器出了问题', '请稍后再试。'),
} as const
