import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { atMost } from './at-most'

it('lets so many run at once and no more, in the order they came, whatever fails', async () => {
  const inTurn = atMost(2)
  const started: number[] = []
  let running = 0
  let most = 0
  const works = [0, 1, 2, 3, 4, 5].map((number) =>
    inTurn(async () => {
      started.push(number)
      running += 1
      most = Math.max(most, running)
      await sleep(5)
      running -= 1
      if (number === 1) throw new Error('this one fails')
      return number
    }),
  )
  const results = await Promise.allSettled(works)
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', ...Array<string>(4).fill('fulfilled')])
  expect([most, started]).toEqual([2, [0, 1, 2, 3, 4, 5]])
})
