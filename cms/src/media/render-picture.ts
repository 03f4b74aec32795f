/** The smaller versions of a picture that pages offer. */
import fs from 'node:fs/promises'
import path from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { type RenditionFormat, renditionName, renditionSizes, type Size } from '../domain/media/picture-sizes'
import type { Rendition } from '../stores/pictures'
import { READING } from './clean-picture'
import { putInPlace, uploadsDir } from './folders'

const encoders: Readonly<Record<RenditionFormat, (picture: Sharp) => Sharp>> = {
  webp: (picture) => picture.webp({ quality: 80 }),
  // effort 3: a quarter of the time of 4, and four to twenty percent larger
  avif: (picture) => picture.avif({ quality: 52, effort: 3, chromaSubsampling: '4:2:0' }),
}

/** Decodes the picture once, as large as the largest version wants it. */
async function decodeAt(source: string, size: Size) {
  const { data, info } = await sharp(source, READING)
    .autoOrient()
    .resize({ ...size, fit: 'fill' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } }
}

/** Writes the versions of one format beside the uploads, under names that say the content they were made of. */
export async function renderPicture(
  source: string,
  hash: string,
  whole: Size,
  format: RenditionFormat,
  folder: string,
): Promise<Rendition[]> {
  const sizes = renditionSizes(whole)
  const largest = sizes.at(-1)
  if (!largest) return []
  const { data, raw } = await decodeAt(source, largest)
  const renditions: Rendition[] = []
  for (const size of sizes) {
    const name = renditionName(hash, size.width, format)
    const made = path.join(folder, name)
    const { size: bytes } = await encoders[format](sharp(data, { raw }).resize({ ...size, fit: 'fill' })).toFile(made)
    await putInPlace(made, path.join(uploadsDir(), name))
    renditions.push({ hash, format, ...size, bytes })
  }
  return renditions
}

export const removeRenditions = (names: string[]) =>
  Promise.all(names.map((name) => fs.rm(path.join(uploadsDir(), name), { force: true })))
