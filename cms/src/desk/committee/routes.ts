/**
 * The first beginnings of a college: its committee, its first roster, and who of its members is the committee's staff. What
 * comes after that is done by these, in the member area; of members the desk sees number, name and branch.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { refuse } from '../../content-api/refuse'
import { currentDeskUser } from '../../documents/actor'
import { newOrganisationSchema, type Organisation } from '../../domain/organisation/organisation'
import { beijingDate } from '../../domain/time/beijing'
import { bodyOf, queryOf } from '../../member-api/parse'
import { alone } from '../../members/alone'
import { type ImportStep, importRoster, previewRoster } from '../../members/import-roster'
import { found } from '../../members/organisations'
import { appointTo, endOfficeOf } from '../../members/roster'
import { rosterFileOf } from '../../members/roster-file-routes'
import { rosterTemplate } from '../../members/roster-workbooks'
import { shownPlan } from '../../members/shown-plan'
import { findMember, findMembers, listMembers } from '../../stores/members'
import { findOffice, officesAt } from '../../stores/offices'
import { listOrganisations } from '../../stores/organisations'
import { sendWorkbook } from '../../workbooks/send-workbook'
import { addDeskRoutes, permitted } from '../add-routes'
import { MANAGE_COMMITTEE } from './permission'

type Asked = Context & { params: Record<string, string>; request: { body?: unknown } }

const EVERYTHING = ['/']
const MOST_FOUND = 20
const committeeSchema = newOrganisationSchema.pick({ name: true, foundedOn: true })
const importSchema = z.object({ foundedOn: z.iso.date(), fingerprint: z.string().length(64).optional() })
const searchSchema = z.object({ words: z.string().trim().min(1).max(50) })
const staffSchema = z.strictObject({ memberId: z.string().max(40) })

function createHandlers(strapi: Core.Strapi) {
  const answer = (ctx: Context, data: unknown) => {
    ctx.set('Cache-Control', 'no-store')
    ctx.body = { data }
  }
  const step = () => ({ strapi, by: { name: currentDeskUser(strapi)?.name ?? '' }, now: new Date() })
  const committeeOf = (organisations: readonly Organisation[]) => organisations.find(({ kind }) => kind === 'committee')

  async function committee(): Promise<Organisation> {
    return committeeOf(await listOrganisations(strapi, EVERYTHING)) ?? refuse('COMMITTEE_MISSING')
  }

  /** Branches that the first file names are founded with it. */
  async function importStep(foundedOn: string): Promise<ImportStep> {
    await committee()
    return { ...step(), paths: EVERYTHING, foundOn: foundedOn }
  }

  return {
    async show(ctx: Asked) {
      const organisations = await listOrganisations(strapi, EVERYTHING)
      const own = committeeOf(organisations)
      const question = { words: '', status: null, organisationPath: null, offset: 0, limit: 1 }
      const { total } = await listMembers(strapi, EVERYTHING, question)
      const held = own ? await officesAt(strapi, own.id) : []
      const inOffice = held.filter(({ role, untilOn }) => role === 'committee-staff' && untilOn === null)
      const members = await findMembers(
        strapi,
        inOffice.map(({ memberId }) => memberId),
      )
      const staff = inOffice.map(({ id, memberId, name, fromOn }) => {
        return { id, memberId, name, number: members.get(memberId)?.number ?? '', fromOn }
      })
      answer(ctx, {
        committee: own ? { name: own.name, foundedOn: own.foundedOn } : null,
        organisations: organisations.filter(({ dissolvedOn }) => !dissolvedOn).length,
        members: total,
        staff,
      })
    },

    async found(ctx: Asked) {
      const data = bodyOf(ctx, committeeSchema)
      await alone(strapi, async () => {
        if (committeeOf(await listOrganisations(strapi, EVERYTHING))) refuse('COMMITTEE_EXISTS')
        if (data.foundedOn > beijingDate(new Date())) refuse('ORGANISATION_FUTURE', { fields: ['foundedOn'] })
        answer(ctx, { id: (await found(step(), { ...data, kind: 'committee' }, null)).id })
      })
    },

    async template(ctx: Asked) {
      ctx.body = sendWorkbook(ctx, '党员名册模板', await rosterTemplate())
    },

    async preview(ctx: Asked) {
      const given = await importStep(bodyOf(ctx, importSchema).foundedOn)
      const planned = await previewRoster(given, await rosterFileOf(ctx))
      answer(ctx, shownPlan(planned, await listOrganisations(strapi, EVERYTHING)))
    },

    async import(ctx: Asked) {
      const { foundedOn, fingerprint = '' } = bodyOf(ctx, importSchema)
      answer(ctx, await importRoster(await importStep(foundedOn), await rosterFileOf(ctx), fingerprint))
    },

    async search(ctx: Asked) {
      const { words } = queryOf(ctx, searchSchema)
      const question = { words, status: null, organisationPath: null, offset: 0, limit: MOST_FOUND }
      const { members } = await listMembers(strapi, EVERYTHING, question)
      const names = new Map((await listOrganisations(strapi, EVERYTHING)).map(({ id, name }) => [id, name]))
      const shown = members
        .filter(({ status }) => status !== 'former')
        .map(({ id, number, name, organisationId }) => ({ id, number, name, organisation: names.get(organisationId) }))
      answer(ctx, shown)
    },

    async appoint(ctx: Asked) {
      const { memberId } = bodyOf(ctx, staffSchema)
      await alone(strapi, async () => {
        const member = await findMember(strapi, memberId)
        if (!member || member.status === 'former') throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
        const { now } = step()
        const id = await appointTo({ strapi, now }, member, 'committee-staff', await committee(), beijingDate(now))
        answer(ctx, { id })
      })
    },

    async end(ctx: Asked) {
      const office = await findOffice(strapi, ctx.params.id)
      const member = office?.role === 'committee-staff' ? await findMember(strapi, office.memberId) : null
      if (!office || !member) throw new errors.NotFoundError('没有找到。', { code: 'NOT_FOUND' })
      await alone(strapi, () => endOfficeOf({ strapi, now: new Date() }, office, member))
      answer(ctx, { id: office.id })
    },
  }
}

/** Call in `register`. */
export function addCommitteeRoutes(strapi: Core.Strapi) {
  const handlers = createHandlers(strapi)
  addDeskRoutes(
    strapi,
    'committee',
    {
      // the bare address is the desk's own page
      'GET /state': handlers.show,
      'POST /found': handlers.found,
      'GET /template': handlers.template,
      'POST /preview': handlers.preview,
      'POST /import': handlers.import,
      'GET /members': handlers.search,
      'POST /staff': handlers.appoint,
      'POST /staff/:id/end': handlers.end,
    },
    permitted(MANAGE_COMMITTEE),
  )
}
