/** What the page's head says of us. The document comes from Strapi's package and cannot be replaced. */

const TITLE = '智慧党建 · 内容管理'
const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

/** Names of pages that are written into Strapi's source. */
const FIXED_NAMES: [RegExp, string][] = [
  [/^Configure (.+) List View$/, '$1：设置列表'],
  [/^Configure (.+) Edit View$/, '$1：设置表单'],
  [/^设置 · Roles$/, '设置 · 角色'],
  [/^设置 · Users$/, '设置 · 用户'],
  [/^设置 · API Tokens$/, '设置 · API 令牌'],
  [/^设置 · Admin Tokens$/, '设置 · 管理令牌'],
  [/^设置 · Transfer Tokens$/, '设置 · 传输令牌'],
  [/^设置 · Webhooks$/, '设置 · Webhook 通知'],
]

function namePage(page: string): string {
  const [pattern, name] = FIXED_NAMES.find(([candidate]) => candidate.test(page)) ?? []
  return pattern && name ? page.replace(pattern, name) : page
}

/** “… | Strapi”, as every page of the desk writes it, with our name instead. */
export function ownTitle(title: string): string {
  const parts = title.split(' | ')
  if (parts.at(-1) === 'Strapi') return [...parts.slice(0, -1).map(namePage), TITLE].join(' | ')
  return title === 'Strapi Admin' ? TITLE : title
}

function keepTitle() {
  const correct = () => {
    const title = ownTitle(document.title)
    if (title !== document.title) document.title = title
  }
  correct()
  new MutationObserver(correct).observe(document.head, { childList: true, subtree: true, characterData: true })
}

export function dressHead(icon: string) {
  const link = document.createElement('link')
  link.rel = 'icon'
  link.type = 'image/svg+xml'
  link.href = icon
  const style = document.createElement('style')
  style.textContent = [
    `body, button, input, select, textarea { font-family: ${FONTS}; }`,
    'a[href*="strapi.io/pricing"] { display: none; }',
  ].join('\n')
  document.head.append(link, style)
  keepTitle()
}
