/** Keeps the original of a picture and makes its smaller versions, once for each content. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/types'
import { renditionName } from '../domain/media/picture-sizes'
import { addRenditions, claimPicture, renditionsOf } from '../stores/pictures'
import type { AdmittedPicture } from './admit-file'
import { originalsDir, putInPlace, uploadsDir } from './folders'
import { inTurn } from './in-turn'
import { renderPicture } from './render-picture'

const isThere = (file: string) =>
  fs.access(file).then(
    () => true,
    () => false,
  )

export const originalPath = (hash: string, extension: string) => path.join(originalsDir(), `${hash}${extension}`)

async function keepOriginal({ hash, extension, original }: AdmittedPicture, folder: string) {
  const kept = originalPath(hash, extension)
  if (await isThere(kept)) return
  const copy = path.join(folder, `original-${hash}`)
  await fs.copyFile(original, copy)
  await putInPlace(copy, kept)
}

async function isRendered(strapi: Core.Strapi, hash: string) {
  const webp = ((await renditionsOf(strapi, [hash])).get(hash) ?? []).filter(({ format }) => format === 'webp')
  const present = await Promise.all(
    webp.map(({ width }) => isThere(path.join(uploadsDir(), renditionName(hash, width, 'webp')))),
  )
  return webp.length > 0 && present.every(Boolean)
}

export async function keepPicture(strapi: Core.Strapi, picture: AdmittedPicture, folder: string) {
  const { hash, extension, width, height, isMoving, original } = picture
  await claimPicture(strapi, { hash, extension, width, height, isMoving }, new Date())
  await keepOriginal(picture, folder)
  if (isMoving || (await isRendered(strapi, hash))) return
  await addRenditions(strapi, await inTurn(() => renderPicture(original, hash, { width, height }, 'webp', folder)))
}
