/** What the page's head says of us. The document comes from Strapi's package and cannot be replaced. */

const TITLE = '智慧党建 · 内容管理'
const FONTS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif'

function ownTitle(title: string): string {
  const [page, ...rest] = title.split(' | ')
  if (rest.length === 0) return page === 'Strapi Admin' ? TITLE : title
  return rest.at(-1) === 'Strapi' ? [page, ...rest.slice(0, -1), TITLE].join(' | ') : title
}

/** Every page of the desk writes “… | Strapi” by itself: watch the title and put our name there. */
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
  style.textContent = `body, button, input, select, textarea { font-family: ${FONTS}; }`
  document.head.append(link, style)
  keepTitle()
}
