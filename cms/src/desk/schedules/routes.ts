/**
 * What the desk asks about schedules. Who may read a document may see its plan, in panel, calendar and on the home page;
 * who may publish it may plan it. Everybody logged in to the desk may ask; the answers hold what they may read.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { currentActor } from '../../documents/actor'
import { type Kind, kindOf } from '../../domain/content/kinds'
import { findSchedule, type Planner } from '../../stores/schedules'
import { addDeskRoutes } from '../add-routes'
import { createPermissions } from '../publication/permissions'
import { describeCalendar } from './calendar'
import { describePlan } from './describe-plan'
import { describeOverview } from './overview'
import { isDrafted, moveSchedule, planDocument } from './plan'

type Asked = Context & {
  params: Record<'uid' | 'documentId' | 'id', string>
  request: { body?: unknown }
  state: { userAbility: unknown; user: { id: number } }
}

const LONGEST_DAYS = 100
const DAY_MS = 24 * 60 * 60_000
const LARGEST_ID = 2 ** 31 - 1

const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
const planSchema = z.strictObject({ publishAt: moment.nullable(), unpublishAt: moment.nullable() })
const moveSchema = z.strictObject({ dueAt: moment })
const idSchema = z.coerce.number().int().min(1).max(LARGEST_ID)
const rangeSchema = z
  .object({ from: moment, to: moment })
  .refine(({ from, to }) => from <= to && to.getTime() - from.getTime() <= LONGEST_DAYS * DAY_MS)

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const { success, data } = schema.safeParse(value)
  return success ? data : refuse('BAD_REQUEST')
}

function notFound(): never {
  throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
}

function createHandlers(strapi: Core.Strapi) {
  const permissionsOf = (ctx: Asked) => createPermissions(strapi, ctx.state.userAbility)
  const plannerOf = (ctx: Asked): Planner => ({ id: ctx.state.user.id, name: currentActor(strapi) ?? '' })
  const answer = (ctx: Asked, data: unknown) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data }
  }
  const subjectOf = ({ params }: Asked): { kind: Kind; documentId: string } => {
    const kind = kindOf(params.uid)
    if (!kind || !isDrafted(strapi, kind)) notFound()
    return { kind, documentId: params.documentId }
  }
  async function answerPlan(ctx: Asked, kind: Kind, documentId: string) {
    const mayPlan = await permissionsOf(ctx).mayRetry(kind, documentId)
    answer(ctx, { ...(await describePlan(strapi, kind, documentId, new Date())), mayPlan })
  }

  return {
    async document(ctx: Asked) {
      const { kind, documentId } = subjectOf(ctx)
      if (!(await permissionsOf(ctx).mayRead(kind, documentId))) throw new errors.ForbiddenError()
      await answerPlan(ctx, kind, documentId)
    },

    async plan(ctx: Asked) {
      const subject = subjectOf(ctx)
      if (!(await permissionsOf(ctx).mayRetry(subject.kind, subject.documentId))) throw new errors.ForbiddenError()
      const wanted = parse(planSchema, ctx.request.body)
      await planDocument(strapi, subject, wanted, plannerOf(ctx), new Date())
      await answerPlan(ctx, subject.kind, subject.documentId)
    },

    async move(ctx: Asked) {
      const { success, data: id } = idSchema.safeParse(ctx.params.id)
      const schedule = success ? await findSchedule(strapi, id) : null
      if (!schedule) return notFound()
      const { kind, documentId } = schedule
      if (!(await permissionsOf(ctx).mayRetry(kind, documentId))) throw new errors.ForbiddenError()
      const { dueAt } = parse(moveSchema, ctx.request.body)
      await moveSchedule(strapi, schedule, dueAt, plannerOf(ctx), new Date())
      await answerPlan(ctx, kind, documentId)
    },

    async calendar(ctx: Asked) {
      const { from, to } = parse(rangeSchema, ctx.query)
      const entries = await describeCalendar(strapi, permissionsOf(ctx), from, to)
      answer(ctx, { entries, now: new Date() })
    },

    overview: async (ctx: Asked) => answer(ctx, await describeOverview(strapi, permissionsOf(ctx), new Date())),
  }
}

/** Call in `register`. */
export function addScheduleRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(strapi, 'schedules', {
    'GET /documents/:uid/:documentId': handlers.document,
    'PUT /documents/:uid/:documentId': handlers.plan,
    'GET /calendar': handlers.calendar,
    'GET /overview': handlers.overview,
    'PUT /:id': handlers.move,
  })
}
