/** AVIF comes after the upload: one picture at a time, until none waits. */
import type { Core } from '@strapi/types'
import { renditionName } from '../../domain/media/picture-sizes'
import { recordAvif, takeNextForAvif } from '../../stores/avif-queue'
import { type Picture, type Rendition, renditionsOf } from '../../stores/pictures'
import { usesOfFiles } from '../../stores/uses-of-files'
import { logUses } from '../log-uses'
import { removeRenditions } from '../render-picture'
import { makeAvif } from './make-avif'

const bytesOf = (renditions: readonly Rendition[]) => renditions.reduce((sum, { bytes }) => sum + bytes, 0)

/** A drawing may come out larger than its WebP: then pages do without. */
async function worthOffering(strapi: Core.Strapi, hash: string, avif: Rendition[]): Promise<Rendition[]> {
  const webp = (await renditionsOf(strapi, [hash])).get(hash) ?? []
  if (bytesOf(avif) < bytesOf(webp)) return avif
  await removeRenditions(avif.map(({ width, format }) => renditionName(hash, width, format)))
  return []
}

/** The settings of the site are on every page: a smaller logo is not worth rendering them all again. */
async function usesOfContent(strapi: Core.Strapi, hash: string) {
  const files = await strapi.db.query('plugin::upload.file').findMany({ where: { contentHash: hash } })
  return (await usesOfFiles(strapi, files)).filter(({ kind }) => kind !== 'site-setting')
}

async function finish(strapi: Core.Strapi, { hash }: Picture, made: Rendition[]) {
  const renditions = await worthOffering(strapi, hash, made)
  await strapi.db.transaction(async () => {
    await recordAvif(strapi, hash, renditions, new Date())
    if (renditions.length > 0) await logUses(strapi, await usesOfContent(strapi, hash))
  })
}

/** Makes what waits. A picture that fails is tried again at another time, three times in all. */
export async function makeWaitingAvif(strapi: Core.Strapi, signal: AbortSignal) {
  for (;;) {
    const picture = signal.aborted ? null : await takeNextForAvif(strapi)
    if (!picture) return
    try {
      await finish(strapi, picture, await makeAvif(picture, signal))
    } catch (error) {
      if (signal.aborted) return
      strapi.log.warn(`No AVIF for picture ${picture.hash}: ${(error as Error).message}`)
    }
  }
}
