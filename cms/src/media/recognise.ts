/** What the bytes of a file say it is. */
import fs from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'
import { maxBytes } from '../domain/media/file-types'

const encodings = ['utf-8', 'gb18030'] as const
const MARKUP = /^\s*<(?:!doctype|\?xml|html|head|body|script|svg|iframe|!--)/i
const CONTROL = /(?![\t\n\r\f])\p{Cc}/u

function decoded(bytes: Buffer): string | null {
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!CONTROL.test(text)) return text
    } catch {
      // the next one may read it
    }
  }
  return null
}

/** Plain text carries no mark of its own: it is what can be read in full and is no page in disguise. */
async function isPlainText(path: string, bytes: number): Promise<boolean> {
  if (bytes > maxBytes.text) return false
  const text = decoded(await fs.readFile(path))
  return text !== null && !MARKUP.test(text)
}

/** The media type by content, null when nothing is known of it. */
export async function recognise(path: string, bytes: number): Promise<string | null> {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  if (found) return found.mime
  return (await isPlainText(path, bytes)) ? 'text/plain' : null
}
