import { describe, expect, it } from 'vitest'
import { explain } from './explain.ts'

describe('a failure', () => {
  it.each([
    ['SqliteError: database or disk is full', '磁盘已满'],
    ["EACCES: permission denied, mkdir '/var/lib/portal'", '权限不够'],
    ['error: password authentication failed for user "portal"', 'PostgreSQL 拒绝了登录'],
    ['error: database "portal" does not exist', 'PostgreSQL 里没有这个数据库'],
    ['connect ECONNREFUSED 127.0.0.1:5432', '连不上数据库'],
    ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory', '内存不够'],
    ['listen EADDRINUSE: address already in use 127.0.0.1:1337', '端口已被别的程序占用'],
  ])('%j is explained', (text, words) => {
    expect(explain(text)).toContain(words)
  })

  it('that is not known is not', () => {
    expect(explain('TypeError: x is not a function')).toBeNull()
  })
})
