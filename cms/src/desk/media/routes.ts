/**
 * The media library in order, for whoever may see it: where a file is used, what lacks its alternative text, what is there
 * twice; and whether a file that is about to be uploaded is there already. Changing a file stays the library's own business.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { uidOf } from '../../domain/content/kinds'
import { contentHashOf } from '../../media/content-hash'
import { filesOfContent } from '../../stores/column-folders'
import {
  filesNamed,
  filesOfSameContent,
  type Page,
  picturesWithoutAlternative,
  type StoredFile,
} from '../../stores/media-order'
import { type Place, placesOfFiles } from '../../stores/places-of-files'
import { addDeskRoutes, permitted } from '../add-routes'

type Asked = Context & { params: { id: string }; state: { userAbility: { can(action: string): boolean } } }

const PAGE_FILES = 20
const BYTES_PER_KB = 1000
const MAX_ID = 2_147_483_647
/** Larger ones are uploaded without asking: they would travel twice. */
const MAX_RECOGNISED_BYTES = 25_000_000

const list = z.object({
  show: z.enum(['no-alt', 'twice', 'named']),
  text: z.string().trim().max(100).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

const describeFile = ({ id, name, url, mime, size, alternativeText, contentHash, createdAt, folder }: StoredFile) => ({
  ...{ id, name, url, mime, alternativeText, content: contentHash, createdAt, folder: folder?.name ?? null },
  bytes: Math.round(Number(size) * BYTES_PER_KB),
})

function createHandlers(strapi: Core.Strapi) {
  const describePlace = ({ kind, ...place }: Place) => {
    const uid = uidOf(kind)
    const { displayName } = strapi.contentType(uid).info
    return { ...place, uid, type: displayName, isSingle: strapi.contentType(uid).kind === 'singleType' }
  }
  const answer = (ctx: Context, data: unknown, meta?: object) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data, meta }
  }

  async function find({ show, text = '', page }: z.infer<typeof list>): Promise<Page> {
    if (show === 'twice') return filesOfSameContent(strapi, PAGE_FILES)
    if (show === 'named') return text ? filesNamed(strapi, text, PAGE_FILES) : { files: [], total: 0 }
    return picturesWithoutAlternative(strapi, (page - 1) * PAGE_FILES, PAGE_FILES)
  }

  return {
    async places(ctx: Asked) {
      const id = Number(ctx.params.id)
      const file =
        Number.isInteger(id) &&
        id <= MAX_ID &&
        (await strapi.db.query('plugin::upload.file').findOne({ where: { id } }))
      if (!file) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
      answer(ctx, (await placesOfFiles(strapi, [file])).map(describePlace))
    },

    async files(ctx: Asked) {
      const asked = list.safeParse(ctx.query)
      if (!asked.success) return refuse('BAD_REQUEST')
      const { files, total } = await find(asked.data)
      answer(ctx, files.map(describeFile), { total, pageSize: PAGE_FILES })
    },

    /** The bytes come as they are, and are not kept. */
    async recognise(ctx: Asked) {
      if (Number(ctx.get('content-length') || Number.POSITIVE_INFINITY) > MAX_RECOGNISED_BYTES)
        return refuse('FILE_TOO_LARGE')
      const same = (await filesOfContent(strapi, await contentHashOf(ctx.req), 1)) as StoredFile[]
      const whole = same[0] && (await strapi.db.query('plugin::upload.file').findOne({ where: { id: same[0].id } }))
      answer(ctx, whole ? { ...describeFile(same[0]), file: whole } : null)
    },
  }
}

/** Call in `register`. */
export function addMediaRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(
    strapi,
    'media',
    {
      'GET /files': handlers.files,
      'GET /files/:id/places': handlers.places,
      'POST /recognise': handlers.recognise,
    },
    permitted('plugin::upload.read'),
  )
}
