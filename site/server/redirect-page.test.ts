import { describe, expect, it } from 'vitest'
import { redirectOf } from './redirect-page.ts'

const page = (target: string) => Buffer.from(`<!doctype html><html lang="zh-CN" data-redirect="${target}"><head>`)

describe('a redirect page', () => {
  it.each([
    ['/news/new/', '/news/new/'],
    ['/要闻/', '/%E8%A6%81%E9%97%BB/'],
    ['/a/?b=1&amp;c=2', '/a/?b=1&c=2'],
  ])('to %s leads to %s', (written, target) => {
    expect(redirectOf(page(written))).toBe(target)
  })

  it.each([
    '//evil.example/',
    'https://evil.example/',
    '/\\evil.example/',
    '\\\\evil.example',
    'news/',
    '',
  ])('to %j leads nowhere', (written) => {
    expect(redirectOf(page(written))).toBeNull()
  })

  it('is told by its root element alone', () => {
    expect(redirectOf(Buffer.from('<!doctype html><html><body data-redirect="/a/">'))).toBeNull()
    expect(redirectOf(Buffer.from(''))).toBeNull()
  })
})
