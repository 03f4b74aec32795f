import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { type CardDesign, type CardShape, cardShapes } from '../../src/presentation/card.ts'
import { cropAround, drawCard } from './draw.ts'
import { readOutlines } from './outlines.ts'
import { drawable, setLines } from './set-lines.ts'

const outlines = readOutlines()
const title = (text: string): CardDesign => ({ kind: 'title', title: text, label: '党建要闻', site: '智慧党建' })
const shapes = Object.keys(cardShapes) as CardShape[]

/** Share of pixels that are nearly the paper's colour: the letters of the title. */
async function inkOf(bytes: Buffer): Promise<number> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  let light = 0
  for (let at = 0; at < data.length; at += info.channels) if ((data[at + 1] ?? 0) > 200) light += 1
  return light / (info.width * info.height)
}

describe('a card with a title', () => {
  it.each(shapes)('has its size as %s and shows letters', async (shape) => {
    const bytes = await drawCard(title('桥隧党支部的夜间检测课'), shape, { uploadsDir: '', outlines })
    const { format, width, height } = await sharp(bytes).metadata()
    expect({ format, width, height }).toEqual({ format: 'png', ...cardShapes[shape] })
    expect(bytes.length).toBeLessThan(60_000)
    expect(await inkOf(bytes)).toBeGreaterThan(0.015)
  })

  it('is the same bytes each time', async () => {
    const draw = () => drawCard(title('任前公示'), 'square', { uploadsDir: '', outlines })
    expect((await draw()).equals(await draw())).toBe(true)
  })

  it('shows the column where a letter of the title is missing', async () => {
    const strange = await drawCard(title('𪨊之谜'), 'square', { uploadsDir: '', outlines })
    const column = await drawCard(title('党建要闻'), 'square', { uploadsDir: '', outlines })
    expect(strange.equals(column)).toBe(true)
  })
})

describe('a text for a card', () => {
  it.each([
    ['赓续红色血脉😀！', '赓续红色血脉！'],
    ['家\u200d庭 \ue000 \n 党课', '家庭 党课'],
    ['朱镕基、李玥、Ünal 2026〔18〕号', '朱镕基、李玥、Ünal 2026〔18〕号'],
    ['𪨊', null],
    ['한국어', null],
    ['', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(drawable(text, outlines)).toBe(expected)
  })

  const linesOf = (text: string, characters: number, mostLines = 9) =>
    setLines(text, outlines, { size: 10, width: characters * 10, mostLines }).map(({ letters }) =>
      letters.map((letter) => [...outlines].find(([, known]) => known === letter)?.[0] ?? ' ').join(''),
    )

  it.each([
    ['一二三四五六七', 4, ['一二三四', '五六七']],
    ['一二三四，五六', 4, ['一二三', '四，五六']],
    ['一二三“四五”', 4, ['一二三', '“四五”']],
    ['关于2026年', 3, ['关于', '2026', '年']],
  ])('%s in lines of %i characters', (text, characters, expected) => {
    expect(linesOf(text, characters)).toEqual(expected)
  })

  it('ends with an ellipsis where it does not fit', () => {
    expect(linesOf('一二三四五六七八九十', 4, 2)).toEqual(['一二三四', '五六七…'])
    expect(linesOf('一二三四五六七八九十', 4, 2).at(-1)).toHaveLength(4)
  })
})

describe('the crop of a cover', () => {
  const card = { width: 1200, height: 600 }
  it.each([
    [
      { width: 2000, height: 2000 },
      { x: 50, y: 50 },
      { left: 0, top: 500, width: 2000, height: 1000 },
    ],
    [
      { width: 2000, height: 2000 },
      { x: 50, y: 0 },
      { left: 0, top: 0, width: 2000, height: 1000 },
    ],
    [
      { width: 2000, height: 2000 },
      { x: 50, y: 100 },
      { left: 0, top: 1000, width: 2000, height: 1000 },
    ],
    [
      { width: 4000, height: 1000 },
      { x: 25, y: 50 },
      { left: 0, top: 0, width: 2000, height: 1000 },
    ],
    [
      { width: 1200, height: 600 },
      { x: 10, y: 90 },
      { left: 0, top: 0, width: 1200, height: 600 },
    ],
  ])('of %o around %o', (picture, focalPoint, expected) => {
    expect(cropAround(picture, card, focalPoint)).toEqual(expected)
  })

  it('is drawn as JPEG', async () => {
    const uploadsDir = await fs.mkdtemp(path.join(os.tmpdir(), 'card-uploads-'))
    await sharp({ create: { width: 800, height: 600, channels: 3, background: '#0a0' } })
      .webp()
      .toFile(path.join(uploadsDir, '图 a.webp'))
    const design: CardDesign = {
      ...{ kind: 'cover', file: `/uploads/${encodeURIComponent('图 a.webp')}`, size: 1 },
      focalPoint: { x: 50, y: 50 },
    }
    const bytes = await drawCard(design, 'wide', { uploadsDir, outlines })
    const { format, width, height } = await sharp(bytes).metadata()
    expect({ format, width, height }).toEqual({ format: 'jpeg', ...cardShapes.wide })
    await expect(
      drawCard({ ...design, file: '/uploads/gone.webp' }, 'wide', { uploadsDir, outlines }),
    ).rejects.toThrow()
    await fs.rm(uploadsDir, { recursive: true })
  })
})
