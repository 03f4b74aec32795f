/**
 * What the media library takes. The content of a file decides, its name only says which of several names one content
 * goes by: a `.wps` is what a `.doc` is.
 */
import type { RefusalCode } from '../content/refusals'

export type Family = 'picture' | 'document' | 'text' | 'audio' | 'video'
export type AcceptedType = { family: Family; extension: string; mime: string }

const MIB = 1024 * 1024

export const maxBytes: Readonly<Record<Family, number>> = {
  picture: 50 * MIB,
  document: 100 * MIB,
  text: 5 * MIB,
  audio: 200 * MIB,
  video: 512 * MIB,
}
/** all files of one request; above it the connection is not read any further */
export const MAX_REQUEST_BYTES = 600 * MIB

const OPEN_XML = 'application/vnd.openxmlformats-officedocument'
const OPEN_DOCUMENT = 'application/vnd.oasis.opendocument'
/** what Word, Excel, PowerPoint and WPS wrote before 2007 */
const COMPOUND_FILE = 'application/x-cfb'

type Entry = { family: Family; mime: string; contents: readonly string[] }
const entry = (family: Family, mime: string, ...contents: string[]): Entry => ({
  family,
  mime,
  contents: [mime, ...contents],
})
const text = (mime: string): Entry => entry('text', mime, 'text/plain')

/** By extension; a picture gets the extension of its content instead. */
const types: Readonly<Record<string, Entry>> = {
  '.jpg': entry('picture', 'image/jpeg'),
  '.png': entry('picture', 'image/png', 'image/apng'),
  '.webp': entry('picture', 'image/webp'),
  '.gif': entry('picture', 'image/gif'),
  '.avif': entry('picture', 'image/avif'),
  '.pdf': entry('document', 'application/pdf'),
  '.docx': entry('document', `${OPEN_XML}.wordprocessingml.document`),
  '.xlsx': entry('document', `${OPEN_XML}.spreadsheetml.sheet`),
  '.pptx': entry('document', `${OPEN_XML}.presentationml.presentation`),
  '.doc': entry('document', 'application/msword', COMPOUND_FILE, 'application/rtf'),
  '.xls': entry('document', 'application/vnd.ms-excel', COMPOUND_FILE),
  '.ppt': entry('document', 'application/vnd.ms-powerpoint', COMPOUND_FILE),
  '.wps': entry('document', 'application/vnd.ms-works', COMPOUND_FILE),
  '.et': entry('document', 'application/vnd.ms-excel', COMPOUND_FILE),
  '.dps': entry('document', 'application/vnd.ms-powerpoint', COMPOUND_FILE),
  '.odt': entry('document', `${OPEN_DOCUMENT}.text`),
  '.ods': entry('document', `${OPEN_DOCUMENT}.spreadsheet`),
  '.odp': entry('document', `${OPEN_DOCUMENT}.presentation`),
  '.rtf': entry('document', 'application/rtf'),
  '.ofd': entry('document', 'application/ofd', 'application/zip'),
  '.txt': text('text/plain'),
  '.csv': text('text/csv'),
  '.vtt': text('text/vtt'),
  '.srt': text('application/x-subrip'),
  '.mp3': entry('audio', 'audio/mpeg'),
  '.m4a': entry('audio', 'audio/mp4', 'audio/x-m4a', 'video/mp4'),
  '.aac': entry('audio', 'audio/aac'),
  '.wav': entry('audio', 'audio/wav', 'audio/vnd.wave'),
  '.ogg': entry('audio', 'audio/ogg', 'audio/ogg; codecs=opus'),
  '.flac': entry('audio', 'audio/flac', 'audio/x-flac'),
  '.mp4': entry('video', 'video/mp4', 'video/x-m4v'),
  '.m4v': entry('video', 'video/x-m4v', 'video/mp4'),
  '.mov': entry('video', 'video/quicktime', 'video/mp4'),
  '.webm': entry('video', 'video/webm'),
}

const sameName: Readonly<Record<string, string>> = { '.jpeg': '.jpg', '.jpe': '.jpg', '.jfif': '.jpg' }

export const pictureMimes: ReadonlySet<string> = new Set(
  Object.values(types).flatMap(({ family, mime }) => (family === 'picture' ? [mime] : [])),
)

export const canonicalExtension = (extension: string) => {
  const lower = extension.toLowerCase()
  return sameName[lower] ?? lower
}

const isPictureContent = (content: string) => content.startsWith('image/')

/** Which of the types a file is; `content` is what its bytes say, null where they say nothing known. */
export function resolveType(extension: string, content: string | null): AcceptedType | RefusalCode {
  const named = canonicalExtension(extension)
  const known = types[named]
  if (content !== null && isPictureContent(content)) {
    if (known && known.family !== 'picture') return 'FILE_NOT_WHAT_IT_SAYS'
    const [actual, type] = Object.entries(types).find(([, { contents }]) => contents.includes(content)) ?? []
    if (actual && type) return { family: 'picture', extension: actual, mime: type.mime }
    return content.startsWith('image/hei') ? 'PICTURE_HEIC' : 'PICTURE_FORMAT'
  }
  if (!known) return 'FILE_TYPE_NOT_ACCEPTED'
  if (content === null || !known.contents.includes(content)) return 'FILE_NOT_WHAT_IT_SAYS'
  return { family: known.family, extension: named, mime: known.mime }
}

export const isRefusal = (result: AcceptedType | RefusalCode): result is RefusalCode => typeof result === 'string'
