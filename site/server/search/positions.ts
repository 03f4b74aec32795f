/** Rising positions in few bytes: each as its distance from the one before, seven bits a byte, the highest bit says that more follow. */

const MORE = 0x80
const LOW = 0x7f
const MOST_BYTES_A_POSITION = 5

/** A buffer that is used again and again: what `take` gave is overwritten by the next position. */
export function createPositionWriter() {
  let bytes = new Uint8Array(4096)
  let length = 0
  let last = 0
  return {
    add(position: number): void {
      if (length + MOST_BYTES_A_POSITION > bytes.length) {
        const longer = new Uint8Array(2 * bytes.length)
        longer.set(bytes)
        bytes = longer
      }
      let distance = position - last
      last = position
      while (distance > LOW) {
        bytes[length] = (distance & LOW) | MORE
        length += 1
        distance >>>= 7
      }
      bytes[length] = distance
      length += 1
    },
    take(): Uint8Array {
      const taken = bytes.subarray(0, length)
      length = 0
      last = 0
      return taken
    },
  }
}

/**
 * The positions less `offset`, written into `into`, which must have room for one a byte.
 * @returns how many there are
 */
export function readPositions(bytes: Uint8Array, offset: number, into: Int32Array): number {
  let position = -offset
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] as number
    let distance = byte & LOW
    for (let shift = 7; byte >= MORE; shift += 7) {
      at += 1
      byte = bytes[at] as number
      distance |= (byte & LOW) << shift
    }
    position += distance
    into[count] = position
    count += 1
  }
  return count
}

/**
 * Leaves of the first `count` positions in `kept` those that `bytes`, less `offset`, has as well.
 * @returns how many are left
 */
export function keepPositions(bytes: Uint8Array, offset: number, kept: Int32Array, count: number): number {
  let position = -offset
  let left = 0
  let next = 0
  for (let at = 0; at < bytes.length; at += 1) {
    let byte = bytes[at] as number
    let distance = byte & LOW
    for (let shift = 7; byte >= MORE; shift += 7) {
      at += 1
      byte = bytes[at] as number
      distance |= (byte & LOW) << shift
    }
    position += distance
    while (next < count && (kept[next] as number) < position) next += 1
    if (next === count) break
    if (kept[next] === position) {
      kept[left] = position
      left += 1
      next += 1
    }
  }
  return left
}
