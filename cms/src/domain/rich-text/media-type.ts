/** What a file is shown as; the portal decides by the same endings. */
export type MediaType = 'image' | 'video' | 'audio'

export const extensionOf = (address: string): string =>
  /\.([a-z0-9]{1,8})(?:[?#].*)?$/i.exec(address)?.[1]?.toLowerCase() ?? ''

export function mediaTypeOf(address: string): MediaType {
  const extension = extensionOf(address)
  if (['mp4', 'webm', 'm4v', 'ogv', 'mov'].includes(extension)) return 'video'
  return ['mp3', 'm4a'].includes(extension) ? 'audio' : 'image'
}

export const isUpload = (address: string): boolean => address.startsWith('/uploads/') && !address.includes('..')
export const isRemote = (address: string): boolean => /^https?:\/\//i.test(address)
/** Not stored anywhere yet: such an address must never be written into a text. */
export const isPending = (address: string): boolean => address === '' || /^(?:data|blob|file):/i.test(address)
