/** `data:image/png;base64,…` → a file. The desk's security policy forbids to fetch such an address. */
const DATA = /^data:(image\/(png|jpeg|gif|webp|avif));base64,([A-Za-z0-9+/=\s]+)$/

export function fileOfDataAddress(address: string): File | null {
  const [, type, extension, base64] = DATA.exec(address) ?? []
  if (!type || !base64) return null
  try {
    const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (character) => character.charCodeAt(0))
    return new File([bytes], `图片.${extension === 'jpeg' ? 'jpg' : extension}`, { type })
  } catch {
    return null
  }
}
