/**
 * What the desk asks about versions. Whoever may read a document may read its versions, in the fields that they may read;
 * whoever may change it may restore one, in the fields that they may change.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { type Kind, kindOf, uidOf } from '../../domain/content/kinds'
import type { Snapshot } from '../../domain/content/snapshot'
import { versionAsOf, versionOf, versionsOf } from '../../stores/document-versions'
import { readDatedSnapshot } from '../../stores/snapshots'
import { addDeskRoutes } from '../add-routes'
import { describeVersion, titlesIn, within } from './describe'
import { fieldsOf } from './fields'
import { readableFields, rightsOn } from './permissions'
import { restore } from './restore'

type Asked = Context & {
  params: { uid: string; documentId: string; number: string }
  state: { userAbility: unknown }
}

const NOT_FOUND = '没有找到。'
const MAX_LISTED = 50
/** what a column of that type holds in both databases */
const MAX_NUMBER = 2_147_483_647

const numberSchema = z.coerce.number().int().min(1).max(MAX_NUMBER)
const listSchema = z.object({
  before: numberSchema.optional(),
  limit: z.coerce.number().int().min(1).max(MAX_LISTED).default(MAX_LISTED),
})
const meanwhileSchema = z.object({ base: z.iso.datetime() })

function parsed<Output>(schema: z.ZodType<Output>, given: unknown): Output {
  const result = schema.safeParse(given)
  return result.success ? result.data : refuse('BAD_REQUEST')
}

const stateOf = (strapi: Core.Strapi, kind: Kind) =>
  strapi.contentType(uidOf(kind)).options?.draftAndPublish === true ? 'draft' : 'published'

function createHandlers(strapi: Core.Strapi) {
  const answer = (ctx: Asked, data: unknown) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data }
  }

  function kindAsked({ params }: Asked): Kind {
    const kind = kindOf(params.uid)
    if (!kind) throw new errors.NotFoundError(NOT_FOUND, { code: 'NOT_FOUND' })
    return kind
  }

  async function open(ctx: Asked) {
    const { params, state } = ctx
    const kind = kindAsked(ctx)
    const { documentId } = params
    const rights = await rightsOn(strapi, state.userAbility, kind, documentId)
    if (!rights.mayRead) throw new errors.ForbiddenError()
    const current = await readDatedSnapshot(strapi, kind, documentId, stateOf(strapi, kind))
    if (!current) throw new errors.NotFoundError(NOT_FOUND, { code: 'NOT_FOUND' })
    return { kind, documentId, rights, current, fields: fieldsOf(strapi, kind).filter(rights.readable) }
  }
  type Opened = Awaited<ReturnType<typeof open>>

  async function fullVersion({ kind, documentId }: Opened, ctx: Asked) {
    const version = await versionOf(strapi, kind, documentId, parsed(numberSchema, ctx.params.number))
    return version ?? refuse('VERSION_MISSING')
  }

  async function inWords({ kind, fields }: Opened, snapshots: Snapshot[]) {
    const { titles } = await titlesIn(strapi, kind, snapshots, fields)
    return { fields, titles }
  }

  return {
    /** For what has not been saved yet: the fields that it will have. */
    async fields(ctx: Asked) {
      const kind = kindAsked(ctx)
      answer(ctx, { fields: readableFields(strapi, ctx.state.userAbility, kind, fieldsOf(strapi, kind)) })
    },

    async list(ctx: Asked) {
      const opened = await open(ctx)
      const { kind, documentId, rights } = opened
      const versions = await versionsOf(strapi, kind, documentId, parsed(listSchema, ctx.query))
      const isDrafted = stateOf(strapi, kind) === 'draft'
      const rest = { mayRestore: rights.mayUpdate, isDrafted, now: new Date() }
      answer(ctx, { versions: versions.map(describeVersion), ...rest })
    },

    async current(ctx: Asked) {
      const opened = await open(ctx)
      const { snapshot, updatedAt } = opened.current
      const words = await inWords(opened, [snapshot])
      answer(ctx, { snapshot: within(snapshot, opened.fields), updatedAt, ...words })
    },

    async version(ctx: Asked) {
      const opened = await open(ctx)
      const { snapshot, ...version } = await fullVersion(opened, ctx)
      const words = await inWords(opened, [snapshot])
      answer(ctx, { ...describeVersion(version), snapshot: within(snapshot, opened.fields), ...words })
    },

    /** What somebody else has saved since a form was loaded, and what both began with. */
    async meanwhile(ctx: Asked) {
      const opened = await open(ctx)
      const { kind, documentId, fields, current } = opened
      const { base } = parsed(meanwhileSchema, ctx.query)
      const begun = await versionAsOf(strapi, kind, documentId, new Date(base))
      const [last] = await versionsOf(strapi, kind, documentId, { limit: 1 })
      const words = await inWords(opened, [current.snapshot, ...(begun ? [begun.snapshot] : [])])
      answer(ctx, {
        ...{ theirs: within(current.snapshot, fields), base: begun && within(begun.snapshot, fields) },
        ...{ updatedAt: current.updatedAt, last: last ? describeVersion(last) : null, ...words },
      })
    },

    async restore(ctx: Asked) {
      const opened = await open(ctx)
      const { kind, documentId, rights } = opened
      if (!rights.mayUpdate) throw new errors.ForbiddenError()
      const version = await fullVersion(opened, ctx)
      const fields = fieldsOf(strapi, kind).filter(rights.changeable)
      answer(ctx, await restore(strapi, kind, documentId, version, fields))
    },
  }
}

/** Call in `register`. */
export function addVersionRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(strapi, 'versions', {
    'GET /:uid/fields': handlers.fields,
    'GET /:uid/:documentId': handlers.list,
    'GET /:uid/:documentId/current': handlers.current,
    'GET /:uid/:documentId/meanwhile': handlers.meanwhile,
    'GET /:uid/:documentId/:number': handlers.version,
    'POST /:uid/:documentId/:number/restore': handlers.restore,
  })
}
