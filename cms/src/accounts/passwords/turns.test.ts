import { describe, expect, it } from 'vitest'
import { createTurns, TooManyWaiting } from './turns'

function gate() {
  const opened: (() => void)[] = []
  const pass = () =>
    new Promise<void>((resolve) => {
      opened.push(resolve)
    })
  return { opened, pass }
}

describe('turns', () => {
  it('let so many in at once, the others in order, and none beyond', async () => {
    const inTurn = createTurns(1, 2)
    const { opened, pass } = gate()
    const order: number[] = []
    const all = [1, 2, 3].map((name) => inTurn(pass).then(() => order.push(name)))
    await expect(inTurn(pass)).rejects.toThrow(TooManyWaiting)
    for (let turn = 0; turn < 3; turn += 1) {
      expect(opened).toHaveLength(turn + 1)
      opened[turn]()
      await all[turn]
    }
    expect(order).toEqual([1, 2, 3])
  })

  it('go on after work that failed', async () => {
    const inTurn = createTurns(1, 1)
    await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    await expect(inTurn(async () => 7)).resolves.toBe(7)
  })
})
