/** Bands onto pages. The head of the table stands on each; the total is never alone on one. */
import type { Band, Page, TableBand } from './band'

type Placed = Page['bands'][number]

/** What is not parted. */
function groups(bands: readonly Band[]): Band[][] {
  const all: Band[][] = []
  let group: Band[] = []
  for (const band of bands) {
    group.push(band)
    if (band.keep) continue
    all.push(group)
    group = []
  }
  return group.length > 0 ? [...all, group] : all
}

const heightOf = (bands: readonly Band[]) => bands.reduce((total, { height }) => total + height, 0)

export function paginate(bands: readonly Band[], height: number): Page[] {
  const head = bands.find((band): band is TableBand => band.kind === 'table' && band.head === true)
  const pages: Placed[][] = [[]]
  let y = 0
  let headSeen = false
  /** nothing of its own on the page yet */
  let fresh = true

  const turn = (next: Band) => {
    pages.push([])
    y = 0
    fresh = true
    if (!head || !headSeen || next.kind !== 'table' || next === head) return
    pages[pages.length - 1].push({ ...head, y, again: true })
    y += head.height
  }
  const place = (band: Band) => {
    pages[pages.length - 1].push({ ...band, y })
    y += band.height
    fresh = false
    headSeen ||= band === head
  }

  for (const group of groups(bands)) {
    if (!fresh && y + heightOf(group) > height) turn(group[0])
    for (const band of group) {
      // a group that is higher than a page is parted all the same
      if (!fresh && y + band.height > height) turn(band)
      place(band)
    }
  }
  return pages.map((placed) => ({ bands: placed }))
}
