/** Cards as files. */
import path from 'node:path'
import sharp, { type Region } from 'sharp'
import { type CardDesign, type CardShape, cardShapes } from '../../src/presentation/card.ts'
import type { Outlines } from './outlines.ts'
import { titleCard } from './title-card.ts'

type Cover = Extract<CardDesign, { kind: 'cover' }>

const COLOURS = 16
const JPEG_QUALITY = 82
const LIMIT_PIXELS = 100_000_000

/** The largest part of a picture in the proportions of the card that has the focal point nearest to its middle. */
export function cropAround(
  picture: { width: number; height: number },
  card: { width: number; height: number },
  { x, y }: Cover['focalPoint'],
): Region {
  const scale = Math.min(picture.width / card.width, picture.height / card.height)
  const width = Math.max(1, Math.floor(card.width * scale))
  const height = Math.max(1, Math.floor(card.height * scale))
  const from = (percent: number, whole: number, part: number) =>
    Math.min(whole - part, Math.max(0, Math.round((percent / 100) * whole - part / 2)))
  return { left: from(x, picture.width, width), top: from(y, picture.height, height), width, height }
}

async function drawCover({ file, focalPoint }: Cover, shape: CardShape, uploadsDir: string): Promise<Buffer> {
  const name = path.basename(decodeURIComponent(file))
  const card = cardShapes[shape]
  const upright = sharp(path.join(uploadsDir, name), { limitInputPixels: LIMIT_PIXELS, failOn: 'none' }).autoOrient()
  const { data, info } = await upright.flatten({ background: '#fff' }).toColourspace('srgb').raw().toBuffer({
    resolveWithObject: true,
  })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .extract(cropAround(info, card, focalPoint))
    .resize(card.width, card.height)
    .jpeg({ quality: JPEG_QUALITY, mozjpeg: true })
    .toBuffer()
}

/** @throws what sharp or the file system says, of a cover that is gone or no picture */
export async function drawCard(
  design: CardDesign,
  shape: CardShape,
  { uploadsDir, outlines }: { uploadsDir: string; outlines: Outlines },
): Promise<Buffer> {
  if (design.kind === 'cover') return drawCover(design, shape, uploadsDir)
  return sharp(Buffer.from(titleCard(design, shape, outlines)))
    .png({ palette: true, colours: COLOURS, dither: 0 })
    .toBuffer()
}
