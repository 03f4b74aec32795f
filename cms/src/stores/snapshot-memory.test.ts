import { expect, it, vi } from 'vitest'
import { forgetSnapshots, remembered, rememberingSnapshots } from './snapshot-memory'

const ask = (read: () => Promise<unknown>, state = 'draft') => remembered('article', 'a', state, read)

it('outside of an act everything is read anew', async () => {
  const read = vi.fn(async () => 1)
  await ask(read)
  await ask(read)
  expect(read).toHaveBeenCalledTimes(2)
})

it('within an act, and acts within it, once for each state', async () => {
  const read = vi.fn(async () => ({}))
  await rememberingSnapshots(async () => {
    const first = await ask(read)
    expect(await rememberingSnapshots(() => ask(read))).toBe(first)
    expect(await ask(read, 'published')).not.toBe(first)
  })
  expect(read).toHaveBeenCalledTimes(2)
})

it('and again after a write of that state', async () => {
  const read = vi.fn(async () => 1)
  await rememberingSnapshots(async () => {
    await ask(read)
    await ask(read, 'published')
    forgetSnapshots('article', 'a', ['published'])
    forgetSnapshots('article', 'b', ['draft'])
    await ask(read)
    await ask(read, 'published')
  })
  expect(read).toHaveBeenCalledTimes(3)
})

it('acts beside each other know nothing of each other', async () => {
  const read = vi.fn(async () => 1)
  await Promise.all([rememberingSnapshots(() => ask(read)), rememberingSnapshots(() => ask(read))])
  expect(read).toHaveBeenCalledTimes(2)
})
