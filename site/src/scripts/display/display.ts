/** Large text, colours and reading aloud; loaded after the page. */
import '../register.ts'
import { choose } from './choice.ts'
import { closeDrawers, watchDrawers } from './drawers.ts'
import { fillPanel } from './panel.ts'
import { needStyles } from './styles.ts'

/** Where reading aloud is to be had, for those who want it. */
const readAloud = document.currentScript?.dataset.src ?? ''

const details = document.querySelector('.display') as HTMLDetailsElement
const { refresh, say } = fillPanel(details)

/** Without script the address itself turns the page (`:target`), and goes on doing so here where it was followed before. */
function turnCare(link: HTMLAnchorElement, event: Event) {
  const isOn = link.hash === '#care'
  const styled = needStyles()
  choose({ care: isOn ? 'on' : '' })
  refresh()
  if (isOn || location.hash !== '#care') event.preventDefault()
  say(isOn ? '已换成关怀版。' : '已换回标准版。')
  const other = link.parentElement?.querySelector<HTMLElement>(isOn ? '[href="#"]' : '[href="#care"]')
  styled.then(() => other?.focus())
}

async function startReading(opener: Element) {
  closeDrawers()
  needStyles()
  await import(/* @vite-ignore */ readAloud)
  dispatchEvent(new CustomEvent('read-aloud', { detail: opener }))
}

watchDrawers()
addEventListener('click', (event) => {
  const target = event.target as Element
  const link = target.closest<HTMLAnchorElement>('a[href="#care"], a[href="#"]')
  if (link) turnCare(link, event)
  const opener = target.closest('.read-aloud button, [data-read-aloud]')
  if (opener) startReading(opener)
})
if (location.hash === '#care') needStyles()
// before a drawer or a tool opens; `toggle` does not bubble
for (const type of ['pointerover', 'focusin', 'toggle'])
  addEventListener(type, ({ target }) => (target as Element).closest?.('.tools, .page-tools') && needStyles(), true)
