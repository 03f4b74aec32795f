/** Long stretches that did not change are cut to what stands beside a change. */
import type { Part } from '../../domain/versions/compare'

const BESIDE = 40
const CUT = '……'

export function shorten(parts: readonly Part[]): Part[] {
  return parts.map((part, index) => {
    const letters = Array.from(part.text)
    const isFirst = index === 0
    const isLast = index === parts.length - 1
    if (part.change !== 'same' || letters.length <= 2 * BESIDE + CUT.length) return part
    const head = isFirst ? '' : letters.slice(0, BESIDE).join('')
    const tail = isLast ? '' : letters.slice(-BESIDE).join('')
    return { ...part, text: `${head}${CUT}${tail}` }
  })
}
