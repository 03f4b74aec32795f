/** Which uploads a page names, in attributes, feeds and style sheets alike. */

const NAME = /\/uploads\/([A-Za-z0-9._~%@+-]+)/g

function decoded(name: string): string | null {
  try {
    return decodeURIComponent(name)
  } catch {
    return null
  }
}

/** Plain file names only: the folder is flat, and nothing may lead out of it. */
const isFileName = (name: string | null): name is string =>
  name !== null && name !== '' && !name.startsWith('.') && !name.includes('/') && !name.includes('\0')

export function mediaIn(body: Uint8Array): string[] {
  const page = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  if (!page.includes('/uploads/')) return []
  const found = page.toString('latin1').matchAll(NAME)
  return [...new Set([...found].map(([, name = '']) => decoded(name)).filter(isFileName))]
}
