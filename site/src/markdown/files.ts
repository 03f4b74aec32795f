/** What readers are told about a file. */
import type { Media } from '../content/documents.ts'

export type MediaFacts = Pick<Media, 'url' | 'name' | 'ext' | 'size' | 'width' | 'height' | 'alternativeText'> &
  Partial<Pick<Media, 'sources'>>

const KIBIBYTE = 1024
const MEBIBYTE = KIBIBYTE * KIBIBYTE

/** 386 KB, 1.8 MB */
export const sizeOf = (bytes: number): string => {
  if (bytes < KIBIBYTE) return `${bytes} B`
  if (bytes < MEBIBYTE) return `${Math.round(bytes / KIBIBYTE)} KB`
  const megabytes = bytes / MEBIBYTE
  return `${megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes)} MB`
}

export const extensionOf = (address: string): string =>
  /\.([a-z0-9]{1,8})(?:[?#].*)?$/i.exec(address)?.[1]?.toLowerCase() ?? ''

/** PDF · 386 KB; the type alone where the size is not known. */
export const fileFacts = (address: string, media: Pick<MediaFacts, 'ext' | 'size'> | undefined): string =>
  [
    (media?.ext.replace(/^\./, '') || extensionOf(address)).toUpperCase(),
    media && media.size > 0 ? sizeOf(media.size) : '',
  ]
    .filter((fact) => fact !== '')
    .join(' · ')

export const mediaTypeOf = (address: string): 'video' | 'audio' | 'image' => {
  const extension = extensionOf(address)
  if (['mp4', 'webm', 'm4v', 'ogv', 'mov'].includes(extension)) return 'video'
  return ['mp3', 'm4a'].includes(extension) ? 'audio' : 'image'
}

export const isUpload = (address: string): boolean => address.startsWith('/uploads/') && !address.includes('..')
