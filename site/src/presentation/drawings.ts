/** Drawings that stand in where a post brings no picture. */
import book from '../assets/drawings/book.svg?url'
import bridge from '../assets/drawings/bridge.svg?url'
import hall from '../assets/drawings/hall.svg?url'
import net from '../assets/drawings/net.svg?url'
import rail from '../assets/drawings/rail.svg?url'
import road from '../assets/drawings/road.svg?url'
import tunnel from '../assets/drawings/tunnel.svg?url'

export interface Drawing {
  url: string
  width: number
  height: number
  alternativeText: string
}

const drawn = (url: string, alternativeText: string): Drawing => ({ url, width: 960, height: 540, alternativeText })

export const leadDrawing = drawn(bridge, '线描插图：群山之间的双塔斜拉桥')

const lessonDrawings = [
  drawn(hall, '几何插图：阶梯教室'),
  drawn(tunnel, '几何插图：隧道纵深'),
  drawn(rail, '几何插图：铁路与信号灯'),
  drawn(book, '线描插图：打开的书'),
  drawn(road, '几何插图：立交道路'),
  drawn(net, '几何插图：线路网'),
] as const

/** The same document always gets the same drawing. */
export const lessonDrawing = (documentId: string): Drawing => {
  let sum = 0
  for (const character of documentId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return lessonDrawings[sum % lessonDrawings.length] ?? lessonDrawings[0]
}
