/** QR codes are read by a decoder, as a phone would. */
import jsQR from 'jsqr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPortal, type Portal } from '../testing/portal.ts'
import { drawCode } from './draw-code.ts'

const PIXELS_A_MODULE = 4

/** Draws the strokes of the path as pixels. */
function decode(svg: string): string | undefined {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const width = size * PIXELS_A_MODULE
  const pixels = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y, length] of svg.matchAll(/M(\d+) (\d+)\.5h(\d+)/g))
    for (let row = 0; row < PIXELS_A_MODULE; row += 1)
      for (let column = 0; column < Number(length) * PIXELS_A_MODULE; column += 1) {
        const at = (Number(y) * PIXELS_A_MODULE + row) * width + Number(x) * PIXELS_A_MODULE + column
        pixels.fill(0, at * 4, at * 4 + 3)
      }
  return jsQR(pixels, width, width)?.data
}

describe('a code', () => {
  it.each([
    'https://dj.example.edu.cn/',
    'http://localhost:4321/news/20261120-01/',
    `https://dj.example.edu.cn/${'long-'.repeat(40)}/`,
  ])('of %s says just that', (address) => {
    expect(decode(drawCode(address))).toBe(address)
  })

  it('takes little', () => {
    expect(drawCode('https://dj.example.edu.cn/policies/20261120-01/').length).toBeLessThan(4500)
  })
})

describe('the portal', () => {
  let portal: Portal
  beforeAll(async () => {
    portal = await openPortal()
    await portal.release('1', { 'index.html': '首页', 'news/a/index.html': '甲', '404.html': '没有' })
  })
  afterAll(() => portal.close())

  it('draws the public address of a page', async () => {
    const { statusCode, headers, body } = await portal.get('/qr/news/a.svg')
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'image/svg+xml',
      'public, max-age=86400',
    ])
    expect(decode(body)).toBe('https://dj.example.edu.cn/news/a/')
  })

  it.each([
    '/qr/nowhere.svg',
    '/qr/news/a',
    '/qr/',
    '/qr/https://evil.example/.svg',
    '/qr/../news/a.svg',
  ])('%s is not drawn', async (url) => {
    expect((await portal.get(url)).statusCode).toBe(404)
  })
})
