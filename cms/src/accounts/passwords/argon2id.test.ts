import { describe, expect, it } from 'vitest'
import { hashArgon2id, isOutdated, verifyArgon2id } from './argon2id'

/** of the reference implementation: `argon2 somesalt12345678 -id -m 12 -t 3 -p 1 -l 32` would write this form */
const PHC = /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/

describe('a password hash', () => {
  it('carries its parameters, and another salt each time', async () => {
    const [one, two] = [await hashArgon2id('lantern-9-orchid'), await hashArgon2id('lantern-9-orchid')]
    expect(one).toMatch(PHC)
    expect(one).not.toBe(two)
    expect(isOutdated(one)).toBe(false)
  })

  it('knows its password, in full width as well, and no other', async () => {
    const hash = await hashArgon2id('Kq7 铁轨')
    expect(await verifyArgon2id('Ｋｑ７ 铁轨', hash)).toBe(true)
    expect(await verifyArgon2id('Kq7 铁轨 ', hash)).toBe(false)
    expect(await verifyArgon2id('', hash)).toBe(false)
  })

  it('made with lower cost still works, and is made anew', async () => {
    const cheap = await hashArgon2id('x')
    expect(isOutdated(cheap.replace('t=2', 't=1'))).toBe(true)
  })

  it('that is none is an error, not a yes', async () => {
    await expect(verifyArgon2id('x', '')).rejects.toThrow('malformed')
    await expect(verifyArgon2id('x', '$2a$10$abc')).rejects.toThrow('malformed')
  })
})
