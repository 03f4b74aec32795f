/** An address as a QR code: one path, its rows drawn as strokes, so that the whole is about a kilobyte. */
import { encode } from 'uqr'

const QUIET_MODULES = 2

const rowPath = (row: readonly boolean[], y: number): string => {
  let path = ''
  for (let x = 0; x < row.length; x += 1) {
    if (!row[x]) continue
    const end = row.indexOf(false, x)
    const length = (end === -1 ? row.length : end) - x
    path += `M${x} ${y}.5h${length}`
    x += length
  }
  return path
}

export function drawCode(address: string): string {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET_MODULES })
  const path = data.map(rowPath).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${path}"/></svg>`
}
