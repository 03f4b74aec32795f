/** Reads a Word file for a new draft. Its pictures go to the media library, so who may upload may ask. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { refuse } from '../../content-api/refuse'
import { inWorkFolder } from '../../media/folders'
import { addDeskRoutes } from '../add-routes'
import { type DeskState, mayUpload, uploadFile } from '../upload-file'
import { convertDocx, type Keep } from './convert'
import { MAX_FILE_BYTES } from './open-archive'

type Received = { filepath: string; originalFilename: string | null; size: number }
type Asked = Context & {
  state: DeskState
  request: { files?: Record<string, Received | Received[]>; body?: { headings?: unknown } }
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/jpg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/bmp': '.bmp',
  'image/tiff': '.tiff',
}

const baseName = (name: string | null) => path.parse(name ?? '').name.slice(0, 80)

function keeper(strapi: Core.Strapi, state: DeskState, folder: string, name: string): Keep {
  let count = 0
  return async ({ contentType, bytes }) => {
    const extension = EXTENSIONS[contentType]
    if (!extension) return null
    count += 1
    const originalFilename = `${name}-图${count}${extension}`
    const filepath = path.join(folder, `picture-${count}${extension}`)
    await fs.writeFile(filepath, bytes)
    try {
      const file = { filepath, originalFilename, mimetype: contentType, size: bytes.length }
      return (await uploadFile(strapi, state, file)).url
    } catch (error) {
      if (error instanceof errors.ValidationError) return null
      throw error
    }
  }
}

export function addDocxRoutes(strapi: Core.Strapi) {
  async function handler(ctx: Asked) {
    if (!mayUpload(ctx.state)) throw new errors.ForbiddenError()
    const file = [ctx.request.files?.file ?? []].flat()[0]
    if (!file) return refuse('BAD_REQUEST')
    if (file.size > MAX_FILE_BYTES) return refuse('DOCX_TOO_LARGE')
    const bytes = await fs.readFile(file.filepath)
    const name = baseName(file.originalFilename)
    const converted = await inWorkFolder((folder) =>
      convertDocx(bytes, { hasHeadings: ctx.request.body?.headings === '1' }, keeper(strapi, ctx.state, folder, name)),
    )
    ctx.body = { data: { ...converted, title: converted.title ?? name } }
  }
  addDeskRoutes(strapi, 'docx', {
    'POST /': handler,
  })
}
