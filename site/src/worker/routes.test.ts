/** What the worker answers, and what it may keep. */
import { describe, expect, it } from 'vitest'
import { isGone, isKeepableFile, isPageOfTree, leadsElsewhere, routeOf } from './routes.ts'

const ORIGIN = 'https://dj.example.edu.cn'
const route = (path: string, mode = 'navigate', over = {}) =>
  routeOf({ method: 'GET', url: ORIGIN + path, mode, isRange: false, ...over }, ORIGIN)

describe('a request', () => {
  it.each(['/', '/news/', '/news/20261120-01/', '/news/?from=weixin', '/saved/'])('for %s is a page', (path) => {
    expect(route(path)).toBe('page')
  })

  it.each([
    ...['/api/articles/', '/api', '/API/x/', '/%61pi/x/', '//api/x/', '/admin/', '/member/dues/', '/preview/?link=x'],
    ...['/push/key', '/search/', '/search/?q=党费', '/healthz', '/news', '/rss.xml', '/uploads/a.pdf', '/%'],
  ])('for %s is left to the network', (path) => {
    expect(route(path)).toBe('network')
  })

  it('for a hashed file or a picture named by content is a file', () => {
    expect(route('/_astro/site.abc.css', 'no-cors')).toBe('asset')
    expect(route(`/uploads/${'0123456789abcdef'}-640.webp`, 'no-cors')).toBe('picture')
    expect(route('/uploads/photo_0123.jpg', 'no-cors')).toBe('network')
    expect(route('/news/', 'cors')).toBe('network')
  })

  it.each([
    ['POST', { method: 'POST' }],
    ['a range', { isRange: true }],
    ['another site', { url: 'https://elsewhere.example/news/' }],
  ])('that is %s is left to the network', (_what, over) => {
    expect(route('/news/', 'navigate', over)).toBe('network')
  })
})

const answer = (headers: Record<string, string> = {}, over = {}) => ({
  ...{ status: 200, type: 'basic' as ResponseType, redirected: false, ...over },
  headers: new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    etag: 'W/"x"',
    ...headers,
  }),
})

describe('an answer', () => {
  it('of the tree is kept', () => expect(isPageOfTree(answer())).toBe(true))

  it.each([
    ['must not be stored', answer({ 'cache-control': 'no-store' })],
    ['is private', answer({ 'cache-control': 'no-cache, private' })],
    ['depends on a cookie', answer({ vary: 'cookie' })],
    [
      'has no version',
      { ...answer(), headers: new Headers({ 'content-type': 'text/html', 'cache-control': 'no-cache' }) },
    ],
    ['is no page', answer({ 'content-type': 'application/json' })],
    ['is not there', answer({}, { status: 404 })],
    ['failed', answer({}, { status: 503 })],
    ['leads elsewhere', answer({}, { redirected: true })],
    ['is of another site', answer({}, { type: 'opaque' })],
  ])('that %s is not', (_what, one) => expect(isPageOfTree(one)).toBe(false))

  it('that says the page is gone is known', () => {
    expect([404, 410, 200, 503].map((status) => isGone({ status, type: 'basic' }))).toEqual([true, true, false, false])
    expect(isGone({ status: 0, type: 'opaqueredirect' })).toBe(true)
  })

  it('that is a redirect page leads elsewhere', () => {
    expect(leadsElsewhere('<!DOCTYPE html><html lang="zh-CN" data-redirect="/news/a/"><head>')).toBe(true)
    expect(leadsElsewhere(`<!DOCTYPE html><html lang="zh-CN"><head>${' '.repeat(600)}data-redirect="`)).toBe(false)
  })

  it('with a file is kept where its bytes never change', () => {
    expect(isKeepableFile(answer({ 'cache-control': 'public, max-age=31536000, immutable' }))).toBe(true)
    expect(isKeepableFile(answer({ 'cache-control': 'public, max-age=3600' }))).toBe(false)
  })
})
