/** A Word file → title and text of a post. */
import mammoth from 'mammoth'
import { refuse } from '../../content-api/refuse'
import { promoteHeadings, takeTitle } from '../../domain/docx/shape'
import { readHtml } from '../../domain/rich-text/html/read-html'
import { isEmptyDoc } from '../../domain/rich-text/read-markdown'
import { writeMarkdown } from '../../domain/rich-text/write-markdown'
import { openArchive, packArchive } from './open-archive'
import { withNumbers } from './with-numbers'

/** A post's title stands above; within the text, the first level is the second. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='标题'] => h1:fresh",
  "p[style-name='Heading 1'] => h2:fresh",
  "p[style-name='Heading 2'] => h3:fresh",
  ...[3, 4, 5, 6, 7, 8, 9].map((level) => `p[style-name='Heading ${level}'] => h4:fresh`),
  'u => u',
]

export type Picture = { contentType: string; bytes: Buffer }
/** Takes a picture into the media library; null when it is none that readers could be given. */
export type Keep = (picture: Picture) => Promise<string | null>
export type Converted = { title: string | null; body: string; lostPictures: number }

async function toHtml(docx: Buffer, keep: Keep): Promise<{ html: string; lost: number }> {
  let lost = 0
  const convertImage = mammoth.images.imgElement(async (image) => {
    const src = await image
      .readAsBuffer()
      .then((bytes) => keep({ contentType: image.contentType, bytes }))
      .catch((error: unknown) => {
        // one that the file only points to is not looked for
        if (error instanceof Error && /external/i.test(error.message)) return null
        throw error
      })
    if (src === null) lost += 1
    return { src: src ?? '' }
  })
  const { value } = await mammoth.convertToHtml({ buffer: docx }, { styleMap: STYLES, idPrefix: '', convertImage })
  return { html: value, lost }
}

/** @throws a refusal */
export async function convertDocx(bytes: Buffer, options: { hasHeadings: boolean }, keep: Keep): Promise<Converted> {
  const docx = await packArchive(withNumbers(await openArchive(bytes)))
  const { html, lost } = await toHtml(docx, keep)
  const { title, blocks } = takeTitle(readHtml(html, true))
  if (title === null && isEmptyDoc({ type: 'doc', content: blocks })) return refuse('DOCX_EMPTY')
  const content = options.hasHeadings ? promoteHeadings(blocks) : blocks
  return { title, body: writeMarkdown({ type: 'doc', content }), lostPictures: lost }
}
