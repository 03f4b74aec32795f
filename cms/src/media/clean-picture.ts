/** The public version of a picture: upright, in sRGB, and saying nothing about camera, place or time. */
import sharp, { type Metadata, type Sharp } from 'sharp'
import { refuse } from '../content-api/refuse'
import { MAX_PIXELS } from '../domain/media/picture-sizes'

// no picture is read twice in a row
sharp.cache(false)

/** A file that ends early or has faults inside is broken; a decoder's mere warning is not. */
export const READING = { failOn: 'error', limitInputPixels: MAX_PIXELS } as const

export type PictureHeader = {
  width: number
  height: number
  isAnimated: boolean
  hasAlpha: boolean
  isPalette: boolean
}

/** Reads the header alone: a picture of too many pixels is refused before memory is spent on it. */
export async function readHeader(path: string): Promise<PictureHeader> {
  const header: Metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => refuse('PICTURE_BROKEN'))
  const { width, height } = header.autoOrient
  const pages = header.pages ?? 1
  if (width * height * pages > MAX_PIXELS) refuse('PICTURE_TOO_MANY_PIXELS')
  return { width, height, isAnimated: pages > 1, hasAlpha: header.hasAlpha, isPalette: header.isPalette }
}

function encode(picture: Sharp, extension: string, header: PictureHeader): Sharp {
  switch (extension) {
    case '.jpg':
      return picture.flatten({ background: '#ffffff' }).jpeg({ quality: 85, progressive: true })
    case '.png':
      return picture.png({ compressionLevel: 9, palette: header.isPalette, dither: 0 })
    case '.webp':
      return picture.webp({ quality: 90 })
    case '.gif':
      return picture.gif({ effort: 3 })
    default:
      throw new Error(`no public version of a picture is made as ${extension}`)
  }
}

export const canBePublic = (extension: string) => ['.jpg', '.png', '.webp', '.gif'].includes(extension)
export const keepsAnimation = (extension: string) => extension === '.gif' || extension === '.webp'

/** A disk that is full is nobody's broken picture. */
const NOT_THE_PICTURE = /system error|no space|unable to write/i

function refuseBroken(error: Error): never {
  if (NOT_THE_PICTURE.test(error.message)) throw error
  return refuse('PICTURE_BROKEN')
}

/** Decodes every pixel, so that a broken picture is found here; writes `target` and answers its size. */
export async function cleanPicture(source: string, header: PictureHeader, extension: string, target: string) {
  const animated = header.isAnimated && keepsAnimation(extension)
  const read = sharp(source, { ...READING, animated })
  const upright = animated ? read : read.autoOrient()
  const { size } = await encode(upright.toColourspace('srgb'), extension, header).toFile(target).catch(refuseBroken)
  return { width: header.width, height: header.height, bytes: size }
}
