/** What a script adds to the tools below a post: keeping it, copying, the day of citing, how often it was read. All of it may fail. */
import { offerCopies } from './copy.ts'
import { button, row, say } from './row.ts'
import { offerSaving } from './save-post.ts'

const BEIJING_OFFSET_MS = 288e5

const cited = row.querySelector('.citation span')
cited?.replaceChildren(`[${new Date(Date.now() + BEIJING_OFFSET_MS).toISOString().slice(0, 10)}]`)
// opening one closes the other
for (const details of row.querySelectorAll('details')) details.setAttribute('name', 'tool')
if ('clipboard' in navigator) offerCopies(button, say)
// a preview is not for keeping
if ('caches' in window && !location.pathname.startsWith('/preview')) offerSaving(button, say)

fetch(`/readings${location.pathname}`)
  .then((answer) => answer.json())
  .then(({ count }) => {
    if (!(count > 0)) return
    const readings = document.createElement('p')
    readings.textContent = `阅读 ${count.toLocaleString('zh-CN')}`
    row.append(readings)
  })
  .catch(() => {})
