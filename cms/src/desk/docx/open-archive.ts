/** Opens a .docx under limits, whatever it says of its size. */
import JSZip from 'jszip'
import { refuse } from '../../content-api/refuse'
import { unpackWithin } from '../../workbooks/unpack'

const MEGABYTE = 1024 * 1024
export const MAX_FILE_BYTES = 30 * MEGABYTE
const MAX_UNPACKED_BYTES = 200 * MEGABYTE
const MAX_XML_BYTES = 8 * MEGABYTE
const MAX_ENTRIES = 3000

const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/.*|word\/.*)$/i
/** Fonts, macros and embedded programs are nothing that a text has. */
const NOT_NEEDED = /^word\/(?:fonts|embeddings|activeX|printerSettings)\/|\.bin$/i

export type Archive = Map<string, Buffer>

async function load(bytes: Buffer): Promise<JSZip> {
  // a password or the old format makes another kind of file, which begins otherwise
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return refuse('DOCX_NOT_WORD')
  try {
    return await JSZip.loadAsync(bytes)
  } catch {
    return refuse('DOCX_BROKEN')
  }
}

/** @throws a refusal */
export async function openArchive(bytes: Buffer, mostUnpacked = MAX_UNPACKED_BYTES): Promise<Archive> {
  if (bytes.length > MAX_FILE_BYTES) refuse('DOCX_TOO_LARGE')
  const zip = await load(bytes)
  const entries = Object.values(zip.files).filter(
    ({ dir, name }) => !dir && NEEDED.test(name) && !NOT_NEEDED.test(name),
  )
  if (!zip.file('word/document.xml') || !zip.file('[Content_Types].xml')) return refuse('DOCX_NOT_WORD')
  if (Object.keys(zip.files).length > MAX_ENTRIES) return refuse('DOCX_TOO_LARGE')
  const archive: Archive = new Map()
  let left = mostUnpacked
  for (const entry of entries) {
    const most = /\.(?:xml|rels)$/i.test(entry.name) ? Math.min(MAX_XML_BYTES, left) : left
    const content = await unpackWithin(entry, most).catch((error: unknown) =>
      refuse(error instanceof RangeError ? 'DOCX_TOO_LARGE' : 'DOCX_BROKEN'),
    )
    left -= content.length
    archive.set(entry.name, content)
  }
  return archive
}

/** Packed without compression: it is read in the next moment. */
export async function packArchive(archive: Archive): Promise<Buffer> {
  const zip = new JSZip()
  for (const [name, content] of archive) zip.file(name, content, { compression: 'STORE' })
  return zip.generateAsync({ type: 'nodebuffer' })
}
