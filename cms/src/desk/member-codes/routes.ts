/**
 * The first codes of all: an office can hand out codes when its holder has an account, and somebody has to be the first.
 * 平台管理员 alone, and each is an act of the log.
 */
import type { Core } from '@strapi/types'
import { errors } from '@strapi/utils'
import type { Context } from 'koa'
import { z } from 'zod'
import { issueCodes } from '../../accounts/codes/issue'
import { noteAct } from '../../audit/note-act'
import { refuse } from '../../content-api/refuse'
import { currentDeskUser } from '../../documents/actor'
import { memberNumber } from '../../domain/accounts/member-number'
import { ADMINISTRATOR } from '../../domain/review/levels'
import { findMemberByNumber, type MemberIdentity } from '../../stores/member-identities'
import { addDeskRoutes } from '../add-routes'

const MOST_AT_ONCE = 50
const askedSchema = z.strictObject({ numbers: z.array(memberNumber).min(1).max(MOST_AT_ONCE) })

async function membersOf(strapi: Core.Strapi, numbers: readonly string[]): Promise<MemberIdentity[]> {
  const found: MemberIdentity[] = []
  for (const number of numbers) {
    const member = await findMemberByNumber(strapi, number)
    if (!member?.isPresent) throw new errors.NotFoundError(`名册里没有 ${number}。`, { code: 'NOT_FOUND' })
    found.push(member)
  }
  return found
}

/** Call in `register`. */
export function addMemberCodeRoutes(strapi: Core.Strapi) {
  async function issue(ctx: Context) {
    const isAdministrator = currentDeskUser(strapi)?.roles.some(({ code }) => code === ADMINISTRATOR)
    if (!isAdministrator) throw new errors.ForbiddenError()
    const asked = askedSchema.safeParse((ctx.request as unknown as { body?: unknown }).body)
    if (!asked.success) return refuse('BAD_REQUEST', { fields: ['numbers'] })
    const now = new Date()
    ctx.set('Cache-Control', 'no-store')
    ctx.body = await strapi.db.transaction(async () => {
      const members = await membersOf(strapi, asked.data.numbers)
      for (const { id, name } of members) {
        await noteAct(strapi, { act: 'roster.codes', subject: { uid: 'member', id, title: name } }, now)
      }
      return {
        data: await issueCodes(
          strapi,
          members.map(({ id }) => id),
          now,
        ),
      }
    })
  }
  addDeskRoutes(strapi, 'member-codes', { 'POST /': issue })
}
