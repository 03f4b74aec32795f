/** The page: A4, with room at the edges for a punch and for the number of the page. Points. */
const MM = 72 / 25.4

export const mm = (value: number): number => value * MM

export type Frame = { pageWidth: number; pageHeight: number; left: number; top: number; width: number; height: number }

const SHORT = mm(210)
const LONG = mm(297)
const SIDE = mm(18)
const TOP = mm(20)
const BOTTOM = mm(20)
const LANDSCAPE_SIDE = mm(15)

export function frameOf(landscape: boolean): Frame {
  const [pageWidth, pageHeight] = landscape ? [LONG, SHORT] : [SHORT, LONG]
  const side = landscape ? LANDSCAPE_SIDE : SIDE
  return {
    pageWidth,
    pageHeight,
    left: side,
    top: TOP,
    width: pageWidth - 2 * side,
    height: pageHeight - TOP - BOTTOM,
  }
}
