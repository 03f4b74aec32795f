/** Makes a rendered page a preview: a banner that says so, its own assets, links that leave the frame. */

export const PREVIEW_STYLES = '/preview/preview.css'

const expiryTime = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Asia/Shanghai',
})

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const TITLES = { draft: '草稿预览', published: '已发布版本预览', saved: '预览' } as const

export type Banner = { shows: keyof typeof TITLES; expires: Date; notes: string[] }

export function bannerOf({ shows, expires, notes }: Banner): string {
  const title = `${TITLES[shows]} · 不是正式页面 · 有效至 ${expiryTime.format(expires)}`
  const list = notes.map((note) => `<li>${escapeHtml(note)}</li>`).join('')
  return `<div class="preview-banner" role="note" aria-label="预览"><b>${title}</b>${list && `<ul>${list}</ul>`}</div>`
}

/** Other pages are the live ones, and those refuse to be framed: they open in a window of their own. */
const leaveTheFrame = (html: string) => html.replaceAll(/<a (?=[^>]*href="#)/g, '<a target="_self" ')

/** The live tree may be older than the compiled app, or not there yet. */
const withOwnAssets = (html: string) => html.replaceAll(/((?:href|src)=")\/_astro\//g, '$1/preview/_astro/')

export function dress(html: string, banner: string): string {
  const head = `<base target="_blank"><meta name="robots" content="noindex, nofollow"><link rel="stylesheet" href="${PREVIEW_STYLES}">`
  return withOwnAssets(leaveTheFrame(html))
    .replace('</head>', () => `${head}</head>`)
    .replace(/<body[^>]*>/, (body) => `${body}${banner}`)
}

const page = (title: string, sentences: string[]) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex, nofollow"><title>${title}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="${PREVIEW_STYLES}"></head><body class="preview-message"><main><h1>${title}</h1>${sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')}</main></body></html>`

const REOPEN = '请回到管理台，关闭预览，再点一次“打开预览”。'

export const messages = {
  expired: () => page('链接已过期', ['预览链接只在打开后的十五分钟内有效。', REOPEN]),
  foreign: () => page('链接无效', ['这个预览链接不完整，或者被改动过。', REOPEN]),
  nowhere: (notes: string[]) =>
    page('暂时没有可以预览的页面', notes.length > 0 ? notes : ['这条内容还没有自己的页面。']),
  cmsAway: () => page('暂时不能预览', ['内容服务没有响应，请过一会儿再打开预览。']),
  failed: () => page('这份草稿显示不出来', ['生成页面时出了问题，已记入日志。', '请检查刚才的改动，或联系运维人员。']),
  tooSlow: () =>
    page('这份草稿显示得太慢', ['生成页面超过了时限，已经停止。', '请检查正文里有没有特别长或特别复杂的内容。']),
}
