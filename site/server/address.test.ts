import { describe, expect, it } from 'vitest'
import { queryOf, resolveAddress } from './address.ts'

describe('an address', () => {
  it.each([
    ['/', '', true],
    ['/news/', 'news', true],
    ['/news', 'news', false],
    ['/news/a-b/?from=1', 'news/a-b', true],
    ['/rss.xml?x', 'rss.xml', false],
    ['/%E8%A6%81%E9%97%BB/', '要闻', true],
    ['/.well-known/security.txt', '.well-known/security.txt', false],
    ['/_astro/a.css', '_astro/a.css', false],
  ])('%s is a file', (url, path, isFolder) => {
    expect(resolveAddress(url)).toEqual({ kind: 'file', path, isFolder })
  })

  it.each([
    '//',
    '//news/',
    '/news//',
    '/news//a/',
    '/./',
    '/..',
    '/../secret.txt',
    '/news/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/news%2Fa/',
    '/news/..%5c..%5csecret.txt',
    '/news\\a',
    '/%00',
    '/news/%0a',
    '/.git/config',
    '/news/index.html.4711.tmp',
    `/${'a'.repeat(4000)}/`,
  ])('%s is nowhere', (url) => {
    expect(resolveAddress(url)).toEqual({ kind: 'absent' })
  })

  it.each(['/%', '/%zz/', '/%ff/', '*', 'http://portal.example/'])('%s is malformed', (url) => {
    expect(resolveAddress(url)).toEqual({ kind: 'malformed' })
  })

  it('keeps its query apart', () => {
    expect([queryOf('/a/?b=1?c'), queryOf('/a/')]).toEqual(['?b=1?c', ''])
  })
})
