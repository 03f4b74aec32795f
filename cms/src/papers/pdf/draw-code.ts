/** The code that leads to where a paper is verified, as squares: sharp at any size, and no picture. */
import { encode } from 'uqr'
import type { CodeBand } from './band'
import type { Pen } from './pen'

/** squares of white that a reader wants around a code */
const BORDER = 4

export function drawCode({ document, frame }: Pen, { address, y }: CodeBand & { y: number }, side: number): void {
  const { data } = encode(address, { ecc: 'M', border: BORDER })
  const square = side / data.length
  for (const [row, squares] of data.entries())
    for (const [column, dark] of squares.entries())
      if (dark) document.rect(frame.left + column * square, frame.top + y + row * square, square, square)
  document.fill('black')
}
