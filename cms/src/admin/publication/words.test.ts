import { describe, expect, it } from 'vitest'
import { durationWords, instantWords, ownPageFirst, pageWords, releaseWords, sizeWords } from './words'

describe('durations', () => {
  it.each([
    [0, '0 毫秒'],
    [86.4, '86 毫秒'],
    [999, '999 毫秒'],
    [1000, '1.0 秒'],
    [59_900, '59.9 秒'],
    [59_960, '0 分 59 秒'],
    [60_000, '1 分'],
    [200_000, '3 分 20 秒'],
    [3_600_000, '1 小时'],
    [7_500_000, '2 小时 5 分'],
    [400_000_000, '4 天'],
  ])('%d ms: %s', (ms, words) => expect(durationWords(ms)).toBe(words))
})

describe('sizes', () => {
  it.each([
    [0, '0.0 KB'],
    [999_000, '999 KB'],
    [1_000_000, '1.0 MB'],
    [45_300_000, '45 MB'],
    [53_000_000_000, '53 GB'],
    [9_000_000_000_000_000, '9000 TB'],
  ])('%d bytes: %s', (bytes, words) => expect(sizeWords(bytes)).toBe(words))
})

describe('instants', () => {
  const now = new Date(2026, 10, 24, 12)
  it.each([
    [new Date(2026, 10, 24, 10, 31, 7), '今天 10:31:07'],
    [new Date(2026, 10, 23, 10, 31, 7), '11月23日 10:31:07'],
    [new Date(2025, 10, 24, 10, 31, 7), '2025年11月24日'],
  ])('%s', (instant, words) => expect(instantWords(instant, now)).toBe(words))

  it('names a release by its time', () => {
    const began = new Date(2026, 10, 24, 8, 0, 5)
    expect(releaseWords(began.toISOString().replaceAll(/[:.]/g, '-'), now)).toBe('今天 08:00:05 生成')
    expect(releaseWords('first', now)).toBe('first')
  })
})

describe('pages', () => {
  it.each([
    ['/', '首页'],
    ['', '（还没有网址）'],
    ['/404/', '“找不到页面”的提示页'],
    ['/news/rss.xml', '订阅源 /news/rss.xml'],
    ['/news/feed.json', '订阅源 /news/feed.json'],
    ['/sitemap.xml', '站点地图 /sitemap.xml'],
    ['/sitemaps/2026-11.xml', '站点地图 /sitemaps/2026-11.xml'],
    ['/news/%E5%85%9A/', '/news/党/'],
    ['/news/%E5/', '/news/%E5/'],
  ])('%s: %s', (address, words) => expect(pageWords(address)).toBe(words))

  it('shows the document’s own first, the others as they came', () => {
    const pages = ['/', '/news/a/', '/news/b/']
    expect(ownPageFirst(pages, 'b')).toEqual(['/news/b/', '/', '/news/a/'])
    expect(ownPageFirst(pages, null)).toEqual(pages)
  })
})
