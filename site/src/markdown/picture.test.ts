import { describe, expect, it } from 'vitest'
import type { Media } from '../content/documents.ts'
import { pictureHtml } from './picture.ts'
import { renderMarkdown } from './render.ts'

const made = (mime: 'image/avif' | 'image/webp', ...widths: number[]): Media['sources'] =>
  widths.map((width) => ({
    url: `/uploads/0f0f-${width}.${mime.slice(6)}`,
    mime,
    width,
    height: Math.round((width * 2) / 3),
    size: 1000,
  }))

const photo = (changes: Partial<Media> = {}): Media => ({
  url: '/uploads/bridge_1a2b.jpg',
  name: '桥.jpg',
  ext: '.jpg',
  mime: 'image/jpeg',
  size: 900_000,
  width: 2400,
  height: 1600,
  alternativeText: null,
  caption: null,
  sources: [...made('image/avif', 320, 480, 960, 1600), ...made('image/webp', 320, 480, 960, 1600)],
  focalPoint: null,
  ...changes,
})

describe('a picture', () => {
  it('offers AVIF, then WebP, then the file itself, and keeps its place', () => {
    expect(pictureHtml(photo(), { alt: '双塔 "斜拉"', place: 'body' })).toBe(
      '<picture>' +
        '<source type="image/avif" srcset="/uploads/0f0f-480.avif 480w,/uploads/0f0f-960.avif 960w,/uploads/0f0f-1600.avif 1600w" sizes="(min-width: 60em) 46rem, 100vw">' +
        '<source type="image/webp" srcset="/uploads/0f0f-480.webp 480w,/uploads/0f0f-960.webp 960w,/uploads/0f0f-1600.webp 1600w" sizes="(min-width: 60em) 46rem, 100vw">' +
        '<img src="/uploads/bridge_1a2b.jpg" alt="双塔 &quot;斜拉&quot;" width="2400" height="1600" loading="lazy">' +
        '</picture>',
    )
  })

  it('without versions is a plain img', () => {
    expect(pictureHtml(photo({ sources: [] }), { alt: '', place: 'card', class: 'thumbnail' })).toBe(
      '<img class="thumbnail" src="/uploads/bridge_1a2b.jpg" alt="" width="2400" height="1600" loading="lazy">',
    )
  })

  it('in a list offers small versions alone', () => {
    const html = pictureHtml(photo(), { alt: '', place: 'thumbnail' })
    expect(html.match(/\d+w/g)).toEqual(['320w', '480w', '320w', '480w'])
  })

  it('offers the one version of a small picture, however wide', () => {
    const html = pictureHtml(photo({ sources: made('image/webp', 700) }), { alt: '', place: 'thumbnail' })
    expect(html.match(/\d+w/g)).toEqual(['700w'])
  })

  it('at the top of a page is loaded at once', () => {
    const html = pictureHtml(photo(), { alt: '', place: 'lead', eager: true })
    expect(html).toContain(' fetchpriority="high">')
    expect(html).not.toContain('loading=')
  })

  it.each([
    [{ x: 0, y: 100 }, 'fx-0 fy-100'],
    [{ x: 12.4, y: 87.6 }, 'fx-10 fy-90'],
    [{ x: 52.5, y: 47.4 }, 'fx-55 fy-45'],
  ])('is cropped around its focal point %o', (focalPoint, classes) => {
    const picture = photo({ focalPoint })
    expect(pictureHtml(picture, { alt: '', place: 'card', class: 'thumbnail' })).toContain(
      `class="thumbnail ${classes}"`,
    )
    expect(pictureHtml(picture, { alt: '', place: 'body' })).not.toContain('class=')
  })
})

describe('a picture in a text', () => {
  const media = [photo()]

  it('comes out of the sanitiser whole', () => {
    const { html } = renderMarkdown('前言\n\n![桥](/uploads/bridge_1a2b.jpg "图 1")', { media })
    expect(html).toContain('<figure><picture><source type="image/avif" srcset="/uploads/0f0f-480.avif 480w, ')
    expect(html).toContain('<img src="/uploads/bridge_1a2b.jpg" alt="桥" width="2400" height="1600" loading="lazy"')
    expect(html).toContain('</picture><figcaption>图 1</figcaption></figure>')
  })

  it('that opens the page is loaded at once, a later one is not', () => {
    const opening = '![桥](/uploads/bridge_1a2b.jpg)\n\n![远](/uploads/other.jpg)'
    const { html } = renderMarkdown(opening, { media })
    expect(html.match(/fetchpriority="high"/g)).toHaveLength(1)
    expect(html.match(/loading="lazy"/g)).toHaveLength(1)
    expect(renderMarkdown(opening, { media, idPrefix: 't-' }).html).not.toContain('fetchpriority')
  })

  it.each([
    '<picture><source srcset="https://evil.example/x.png 1x"><img src="/uploads/a.png"></picture>',
    '<source srcset="javascript:alert(1)">',
  ])('is never written by hand: %s', (source) => {
    expect(renderMarkdown(source).html).not.toMatch(/<source|evil|javascript/)
  })
})
