/** Decides whether a file may come in, and makes of it what will be public. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { refuse } from '../content-api/refuse'
import { type AcceptedType, canonicalExtension, isRefusal, maxBytes, resolveType } from '../domain/media/file-types'
import { canBePublic, cleanPicture, keepsAnimation, type PictureHeader, readHeader } from './clean-picture'
import { contentHash } from './content-hash'
import { inTurn } from './in-turn'
import { recognise } from './recognise'

/** A file as the form parser leaves it; Strapi reads the same names. */
export type IncomingFile = { filepath: string; originalFilename: string | null; mimetype: string | null; size: number }
/** `hash`: of the bytes as they came */
export type AdmittedFile = IncomingFile & { detectedMimeType: string; hash: string; picture?: AdmittedPicture }
export type AdmittedPicture = PictureHeader & { hash: string; original: string; extension: string; isMoving: boolean }

async function checkedType(file: IncomingFile): Promise<AcceptedType> {
  const { size } = await fs.stat(file.filepath)
  if (size === 0) refuse('FILE_EMPTY')
  const type = resolveType(path.extname(file.originalFilename ?? ''), await recognise(file.filepath, size))
  if (isRefusal(type)) return refuse(type)
  if (size > maxBytes[type.family]) refuse('FILE_TOO_LARGE')
  return type
}

/** AVIF is what pages offer beside a file that every browser shows. */
function publicExtension(type: AcceptedType, header: PictureHeader) {
  if (type.extension !== '.avif') return type.extension
  return header.hasAlpha ? '.png' : '.jpg'
}

const withExtension = (name: string | null, extension: string) => `${path.parse(name ?? 'picture').name}${extension}`

async function admitPicture(
  file: IncomingFile,
  type: AcceptedType,
  folder: string,
  as?: string,
): Promise<AdmittedFile> {
  const header = await readHeader(file.filepath)
  const extension = as === undefined ? publicExtension(type, header) : canonicalExtension(as)
  if (!canBePublic(extension)) refuse('REPLACEMENT_OF_OTHER_TYPE')
  const isMoving = header.isAnimated && keepsAnimation(type.extension)
  if (isMoving && !keepsAnimation(extension)) refuse('REPLACEMENT_OF_OTHER_TYPE')
  const hash = await contentHash(file.filepath)
  const filepath = path.join(folder, `${hash}${extension}`)
  const { bytes } = await cleanPicture(file.filepath, header, extension, filepath)
  return {
    originalFilename: withExtension(file.originalFilename, extension),
    filepath,
    size: bytes,
    mimetype: mimeOf(extension),
    detectedMimeType: mimeOf(extension),
    hash,
    picture: { ...header, hash, original: file.filepath, extension: type.extension, isMoving },
  }
}

function mimeOf(extension: string) {
  return extension === '.jpg' ? 'image/jpeg' : `image/${extension.slice(1)}`
}

/**
 * @param folder where the public version of a picture is put
 * @param as extension of the file it takes the place of, whose address stays
 * @throws a refusal that says what to do
 */
export async function admitFile(file: IncomingFile, folder: string, as?: string): Promise<AdmittedFile> {
  const type = await checkedType(file)
  if (type.family === 'picture') return inTurn(() => admitPicture(file, type, folder, as))
  if (as !== undefined && canonicalExtension(as) !== type.extension) refuse('REPLACEMENT_OF_OTHER_TYPE')
  return {
    ...file,
    originalFilename: withExtension(file.originalFilename, type.extension),
    mimetype: type.mime,
    detectedMimeType: type.mime,
    hash: await contentHash(file.filepath),
  }
}
