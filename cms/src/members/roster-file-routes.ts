/** `/api/roster`: the roster as a file, in and out. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import { officeRoles, type Role } from '../domain/access/roles'
import { holdsOneOf, type MemberCaller, pathsOf } from '../domain/access/scope'
import { beijingDate } from '../domain/time/beijing'
import { addMemberRoutes, type MemberContext } from '../member-api/add-routes'
import { bodyOf, queryOf } from '../member-api/parse'
import { membersBelow } from '../stores/members'
import { listOrganisations } from '../stores/organisations'
import { receivedFile } from '../workbooks/received-file'
import { sendWorkbook } from '../workbooks/send-workbook'
import { type ImportStep, importRoster, previewRoster } from './import-roster'
import { seenOrganisation } from './organisation-routes'
import { MAX_FILE_BYTES } from './read-roster-file'
import { exportRoster, rosterTemplate } from './roster-workbooks'
import { shownPlan } from './shown-plan'
import { entryOf } from './unsealed-entry'

const keepers: readonly Role[] = ['branch-secretary', 'general-branch', 'committee-staff']

/** A form's fields are texts. */
const yes = z
  .enum(['true', 'false'])
  .default('false')
  .transform((word) => word === 'true')
const importShape = {
  organisation: z.string().max(40).optional(),
  createOrganisations: yes,
  foundedOn: z.iso.date().optional(),
}
const previewSchema = z.object(importShape)
const importSchema = z.object({ ...importShape, fingerprint: z.string().length(64) })
const exportSchema = z.object({ organisation: z.string().max(40).optional(), sensitive: yes })

/** @throws a refusal without a file, or with one that is too large */
export async function rosterFileOf(ctx: MemberContext): Promise<Buffer> {
  const file = await receivedFile(ctx, MAX_FILE_BYTES)
  if (file === null) return refuse('BAD_REQUEST', { fields: ['file'] })
  return file === 'too-large' ? refuse('ROSTER_FILE_TOO_LARGE') : file
}

export function addRosterFileRoutes(strapi: Core.Strapi) {
  async function pathsAsked(caller: MemberCaller, who: readonly Role[], id: string | undefined): Promise<string[]> {
    return id === undefined ? pathsOf(caller, who) : [(await seenOrganisation(strapi, caller, who, id)).path]
  }

  async function stepOf(caller: MemberCaller, asked: z.infer<typeof previewSchema>): Promise<ImportStep> {
    const now = new Date()
    const paths = await pathsAsked(caller, keepers, asked.organisation)
    // the tree is the committee's
    const mayFound = asked.createOrganisations && holdsOneOf(caller, ['committee-staff'])
    return { strapi, by: caller, now, paths, foundOn: mayFound ? (asked.foundedOn ?? beijingDate(now)) : null }
  }

  addMemberRoutes(strapi, 'roster', {
    'GET /roster/template': {
      who: keepers,
      handle: async (ctx) => sendWorkbook(ctx, '党员名册模板', await rosterTemplate()),
    },
    'POST /roster/preview': {
      who: keepers,
      async handle(ctx, caller) {
        const step = await stepOf(caller, bodyOf(ctx, previewSchema))
        const planned = await previewRoster(step, await rosterFileOf(ctx))
        return { data: shownPlan(planned, await listOrganisations(strapi, step.paths)) }
      },
    },
    'POST /roster/import': {
      who: keepers,
      async handle(ctx, caller) {
        const { fingerprint, ...asked } = bodyOf(ctx, importSchema)
        const step = await stepOf(caller, asked)
        return { data: await importRoster(step, await rosterFileOf(ctx), fingerprint) }
      },
    },
    'GET /roster/export': {
      who: officeRoles,
      async handle(ctx, caller) {
        const { organisation, sensitive } = queryOf(ctx, exportSchema)
        const paths = await pathsAsked(caller, sensitive ? keepers : officeRoles, organisation)
        if (paths.length === 0) refuse('NOT_ALLOWED')
        const stored = (await membersBelow(strapi, paths)).filter(({ status }) => status !== 'former')
        const [top] = await listOrganisations(strapi, paths)
        const subject = { uid: 'organisation', id: top?.id ?? null, title: top?.name ?? null }
        const after = { 人数: stored.length, 完整号码: sensitive }
        await noteAct(strapi, { act: 'roster.export', subject, after }, new Date())
        const members = stored.map((row) => entryOf(strapi, row))
        const file = await exportRoster(members, await listOrganisations(strapi, ['/']), sensitive)
        return sendWorkbook(ctx, `党员名册-${beijingDate(new Date())}`, file)
      },
    },
  })
}
