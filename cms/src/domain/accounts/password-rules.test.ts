import { describe, expect, it } from 'vitest'
import { checkPassword, plainPassword } from './password-rules'

const own = ['202330127', '王小明', '13812345678', null]

describe('a password', () => {
  it.each([
    ...['铁轨延伸到远方7公里', 'lantern-9-orchid', 'Kq7mZt2wXb', 'we walk along the river bank'],
    ...['correct horse battery staple', 'x7#Lp0!vRw', '早起 6 点，去操场跑步'],
  ])('may be %s', (password) => expect(checkPassword(password, own)).toEqual([]))

  it.each<[string, string[]]>([
    ['Kq7mZt2wX', ['TOO_SHORT']],
    ['', ['TOO_SHORT', 'TOO_FEW_KINDS', 'KNOWN']],
    ['password123', ['KNOWN']],
    ['1234567890a', ['KNOWN']],
    ['qwertyuiop1', ['KNOWN']],
    ['aaaaaaaaaa1', ['KNOWN']],
    ['woaini1314', ['KNOWN']],
    ['dangjian2026', ['KNOWN']],
    ['P@ssw0rd2026', ['KNOWN']],
    ['vbnxqlkdmw', ['TOO_FEW_KINDS']],
    ['8305719264', ['TOO_FEW_KINDS']],
    ['202330127', ['TOO_SHORT', 'TOO_FEW_KINDS', 'CONTAINS_OWN', 'KNOWN']],
    ['x-202330127-Kq7', ['CONTAINS_OWN']],
    ['王小明Kq7mZt2wXb', ['CONTAINS_OWN']],
    ['Kq7mZt2wXb13812345678', ['CONTAINS_OWN']],
  ])('%s is refused', (password, problems) => expect(checkPassword(password, own)).toEqual(problems))

  it('is as long as people count characters', () => {
    expect(checkPassword('🙂'.repeat(9), own)).toContain('TOO_SHORT')
    expect(checkPassword(`${'Kq7 mZt2wXb-'.repeat(11)}`.slice(0, 128), own)).toEqual([])
    expect(checkPassword('x'.repeat(129), own)).toEqual(['TOO_LONG'])
  })

  it('of a megabyte costs nothing', () => {
    const before = performance.now()
    expect(checkPassword('a1'.repeat(500_000), own)).toEqual(['TOO_LONG'])
    expect(performance.now() - before).toBeLessThan(500)
  })

  it('is the same in full width', () => expect(plainPassword('Ｋｑ７')).toBe('Kq7'))
})
