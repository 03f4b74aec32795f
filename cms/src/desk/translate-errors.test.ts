import { describe, expect, it } from 'vitest'
import { patterns, sentences } from './error-words'
import { translateError } from './translate-errors'

describe('translateError', () => {
  it.each([
    ['Invalid credentials', '账号或密码不正确。'],
    ['title must be at most 150 characters', '内容太长（最多 150 个字符）。'],
    ['slug must match the following: "/^[a-z]+$/"', '格式不符合要求。'],
    ['3 errors occurred', '有 3 处需要改正。'],
    ['Invalid URL protocol. Only http and https are allowed: ftp://a', '网址无效：ftp://a'],
    ['name must be a `string` type, but the final value was: `{\n  a: 1\n}`.', '填写的内容类型不对。'],
  ])('%s', (english, chinese) => {
    expect(translateError(english)).toBe(chinese)
  })

  it('leaves what it does not know, and what the desk compares', () => {
    for (const message of ['FileTooBig', 'User not active', '栏目里还有内容，不能删除。']) {
      expect(translateError(message)).toBe(message)
    }
  })

  it('says everything in Chinese', () => {
    for (const sentence of [...Object.values(sentences), ...patterns.map(([, text]) => text)]) {
      expect(sentence).toMatch(/\p{Script=Han}/u)
    }
  })
})
