/** A workbook that came from outside, as one that can be read without harm: only its sheets and texts, counted, no entities. */
import JSZip from 'jszip'
import { fitsLimits, type SheetLimits } from './sheet-size'
import { unpackWithin } from './unpack'

const MEGABYTE = 1024 * 1024
const MAX_UNPACKED_BYTES = 32 * MEGABYTE
const MAX_ENTRIES = 1000
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?(?:workbook|sharedStrings|styles)\.xml(?:\.rels)?|xl\/worksheets\/[^/]+\.xml)$/i

export type WorkbookProblem = 'unreadable' | 'too-large'

/** Packed anew, without compression: what was counted is what is read. */
export async function openWorkbook(bytes: Buffer, limits: SheetLimits): Promise<Buffer | WorkbookProblem> {
  const zip = await JSZip.loadAsync(bytes).catch(() => null)
  if (!zip?.file('xl/workbook.xml')) return 'unreadable'
  if (Object.keys(zip.files).length > MAX_ENTRIES) return 'too-large'
  const kept = new JSZip()
  let left = MAX_UNPACKED_BYTES
  for (const entry of Object.values(zip.files).filter(({ dir, name }) => !dir && NEEDED.test(name))) {
    const content = await unpackWithin(entry, left).catch((error: unknown) =>
      error instanceof RangeError ? null : error,
    )
    if (content === null) return 'too-large'
    if (!(content instanceof Buffer)) return 'unreadable'
    left -= content.length
    const xml = content.toString('utf8')
    if (/<!DOCTYPE/i.test(xml)) return 'unreadable'
    if (!fitsLimits(xml, limits)) return 'too-large'
    kept.file(entry.name, content, { compression: 'STORE' })
  }
  return kept.generateAsync({ type: 'nodebuffer' })
}
