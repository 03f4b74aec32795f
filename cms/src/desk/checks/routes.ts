/**
 * What the desk asks about checks before publication. A document may be checked by whoever may read it (a new one: whoever
 * may write it); the wording list is exported by whoever may read it, imported by whoever may add to it and change it.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { type CheckedKind, isCheckedKind } from '../../domain/checks/fields'
import { previewWording } from '../../domain/checks/wording-file'
import { kindOf } from '../../domain/content/kinds'
import { allWording, applyWording, type WordingReader } from '../../stores/wording'
import { addDeskRoutes } from '../add-routes'
import { checkForm } from './check-form'
import { createCheckPermissions } from './permissions'
import { readWordingRows, writeWordingCsv } from './wording-rows'

type Asked = Context & {
  params: { uid: string }
  request: Context['request'] & { body?: unknown }
  state: { userAbility: unknown }
}

const MAX_TEXT = 2_000_000
const MAX_FILES = 100
/** of a file in base64; the whole request may have four megabytes */
const MAX_FILE = 3_500_000

const form = z.object({
  documentId: z.string().max(40).nullable().default(null),
  values: z.record(z.string().max(60), z.string().max(MAX_TEXT).nullable()).default({}),
  files: z.record(z.string().max(60), z.array(z.number().int().positive()).max(MAX_FILES)).default({}),
  column: z.string().max(40).nullable().default(null),
})
const wordingFile = z.object({ content: z.base64().min(1).max(MAX_FILE) })

function kindOfAsked({ params }: Asked): CheckedKind {
  const kind = kindOf(params.uid)
  if (!kind || !isCheckedKind(kind)) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
  return kind
}

function bodyOf<Body>(schema: z.ZodType<Body>, { request }: Asked): Body {
  const parsed = schema.safeParse(request.body)
  return parsed.success ? parsed.data : refuse('BAD_REQUEST')
}

function createHandlers(strapi: Core.Strapi, readWording: WordingReader) {
  const permissionsOf = ({ state }: Asked) => createCheckPermissions(strapi, state.userAbility)
  const answer = (ctx: Asked, data: unknown) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data }
  }
  async function previewOf(ctx: Asked) {
    if (!permissionsOf(ctx).mayImportWording()) throw new errors.ForbiddenError()
    const rows = await readWordingRows(Buffer.from(bodyOf(wordingFile, ctx).content, 'base64'))
    return rows ? previewWording(rows, await allWording(strapi)) : refuse('WORDING_FILE')
  }

  return {
    async document(ctx: Asked) {
      const kind = kindOfAsked(ctx)
      const asked = bodyOf(form, ctx)
      if (!(await permissionsOf(ctx).mayCheck(kind, asked.documentId))) throw new errors.ForbiddenError()
      answer(ctx, { findings: await checkForm(strapi, readWording, kind, asked, new Date()) })
    },

    async preview(ctx: Asked) {
      const { added, changed, unchanged, problems } = await previewOf(ctx)
      answer(ctx, { added, changed, unchanged, problems })
    },

    async import(ctx: Asked) {
      const preview = await previewOf(ctx)
      if (preview.problems.length > 0) refuse('WORDING_PROBLEMS', { problems: preview.problems })
      await applyWording(strapi, preview)
      answer(ctx, { added: preview.added.length, changed: preview.changed.length, unchanged: preview.unchanged })
    },

    async export(ctx: Asked) {
      if (!permissionsOf(ctx).mayReadWording()) throw new errors.ForbiddenError()
      answer(ctx, { name: '错敏词.csv', content: writeWordingCsv(await allWording(strapi)) })
    },
  }
}

/** Call in `register`. */
export function addCheckRoutes(strapi: Core.Strapi, readWording: WordingReader) {
  const handlers = createHandlers(strapi, readWording)
  addDeskRoutes(strapi, 'checks', {
    'POST /documents/:uid': handlers.document,
    'GET /wording/export': handlers.export,
    'POST /wording/preview': handlers.preview,
    'POST /wording/import': handlers.import,
  })
}
