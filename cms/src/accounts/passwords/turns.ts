/** Work that takes a whole core is done a few at a time; who comes when too many wait is asked to come back. */
export class TooManyWaiting extends Error {
  override name = 'TooManyWaiting'
}

export function createTurns(atOnce: number, mostWaiting: number) {
  const waiting: (() => void)[] = []
  let running = 0

  // a place that is left goes to the one who waits longest, and never to who comes just then
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }

  async function enter(): Promise<void> {
    if (running < atOnce) {
      running += 1
      return
    }
    if (waiting.length >= mostWaiting) throw new TooManyWaiting()
    await new Promise<void>((resolve) => {
      waiting.push(resolve)
    })
  }

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    await enter()
    return work().finally(leave)
  }
}
