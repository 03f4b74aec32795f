/** What the public may see of a file of the media library. */
import type { Core } from '@strapi/types'
import { renditionName } from '../domain/media/picture-sizes'
import { type Rendition, renditionsOf } from './pictures'

export type MediaRow = Record<string, unknown>
export type RenditionsByHash = ReadonlyMap<string, Rendition[]>

const BYTES_PER_KB = 1000

const toSource = ({ hash, format, width, height, bytes }: Rendition) => ({
  url: `/uploads/${renditionName(hash, width, format)}`,
  mime: `image/${format}`,
  width,
  height,
  size: bytes,
})

export const toMedia = (file: MediaRow, renditions: RenditionsByHash) => ({
  url: file.url,
  name: file.name,
  ext: file.ext ?? '',
  mime: file.mime,
  size: Math.round(Number(file.size ?? 0) * BYTES_PER_KB),
  width: file.width ?? null,
  height: file.height ?? null,
  alternativeText: file.alternativeText ?? null,
  caption: file.caption ?? null,
  sources: (renditions.get(String(file.contentHash)) ?? []).map(toSource),
  focalPoint: file.focalPoint ?? null,
})

/** The renditions of all these files in one question. */
export const renditionsOfFiles = (strapi: Core.Strapi, files: readonly MediaRow[]) =>
  renditionsOf(
    strapi,
    files.flatMap(({ contentHash }) => (contentHash ? [String(contentHash)] : [])),
  )
