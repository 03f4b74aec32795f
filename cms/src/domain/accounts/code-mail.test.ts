import { describe, expect, it } from 'vitest'
import { codeMailWords, isStillWanted } from './code-mail'

describe('the mail with a code', () => {
  it('says what it is for, how long it is good, and where', () => {
    const { subject, text } = codeMailWords('reset', '王小明', '23456-789AB', 'https://dj.example.edu.cn')
    expect(subject).toBe('重新设置密码的一次性码')
    expect(subject).not.toContain('23456')
    for (const part of ['王小明', '23456-789AB', '30 分钟', 'https://dj.example.edu.cn/member/reset/'])
      expect(text).toContain(part)
  })

  it('is wanted for half an hour', () => {
    expect(isStillWanted(new Date(0), new Date(1_799_999))).toBe(true)
    expect(isStillWanted(new Date(0), new Date(1_800_000))).toBe(false)
  })
})
