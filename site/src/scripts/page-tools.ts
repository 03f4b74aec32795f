/** Copies the citation or the address, puts the day of citing in, and shows how often the page was read. All of it may be missing. */
const find = (selector: string) => document.querySelector<HTMLElement>(selector)
const BEIJING_OFFSET_MS = 288e5
const SHOWN_MS = 4000

const cited = find('[data-cited]')
if (cited) cited.textContent = `[${new Date(Date.now() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)}]`

const copied = find('[data-copied]')
for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.onclick = async () => {
    const of = button.dataset.copy
    const text = of
      ? document.getElementById(of)?.textContent
      : document.querySelector<HTMLLinkElement>('[rel=canonical]')?.href
    const words = await navigator.clipboard.writeText(text || location.href).then(
      () => '已复制',
      () => '没能复制，请选中文字后复制',
    )
    if (copied) copied.textContent = words
    setTimeout(() => copied?.replaceChildren(), SHOWN_MS)
  }
}

const readings = find('[data-readings]')
fetch(`/readings${location.pathname}`)
  .then((answer) => answer.json())
  .then(({ count }) => {
    if (readings && count > 0) readings.textContent = `阅读 ${count.toLocaleString('zh-CN')}`
  })
  .catch(() => {})
