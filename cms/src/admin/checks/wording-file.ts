/** A chosen file as the server takes it, and what the server says of it. */
type Entry = { wrong: string; right: string | null; severity: 'warn' | 'block' }
export type Preview = {
  added: Entry[]
  changed: { before: Entry; after: Entry }[]
  unchanged: number
  problems: { row: number; message: string }[]
}

/** a third more in base64; the server takes 3.5 million characters */
export const MAX_BYTES = 2_500_000

export async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  }
  return btoa(text)
}

export function download(name: string, content: string) {
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: name })
  link.click()
  URL.revokeObjectURL(url)
}
