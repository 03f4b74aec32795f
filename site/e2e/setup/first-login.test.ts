import { describe, expect, it } from 'vitest'
import { parseFirstLogin } from './first-login.ts'

describe('first-login.txt', () => {
  it('has an account a line', () => {
    expect(parseFirstLogin('超级管理员\tadmin@portal.example\tAb3\n撰稿人\twriter@portal.example\tCd4\n')).toEqual([
      { role: '超级管理员', email: 'admin@portal.example', password: 'Ab3' },
      { role: '撰稿人', email: 'writer@portal.example', password: 'Cd4' },
    ])
  })

  it.each([
    '撰稿人 writer@portal.example Cd4',
    '撰稿人\twriter@portal.example',
    'a\tb\tc\td',
  ])('%j is malformed', (line) => {
    expect(() => parseFirstLogin(line)).toThrow('line 1 of first-login.txt')
  })
})
