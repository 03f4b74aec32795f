/** The base of a member's dues: declared by himself or by his branch, confirmed by somebody else of the branch, kept sealed. */
import type { Core } from '@strapi/types'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import type { Category } from '../domain/dues/categories'
import { formatMoney } from '../domain/dues/money'
import { type Month, monthOf } from '../domain/dues/months'
import { tableOf } from '../domain/dues/rate-table'
import type { Member } from '../domain/members/member'
import { beijingDate } from '../domain/time/beijing'
import { sealingRing } from '../sealing/ring'
import { type Base, decideBase, insertBase, newBaseId } from '../stores/dues/facts'
import { readDuesSettings } from '../stores/dues/settings'
import { basePurpose } from './assess-members'
import { billMember } from './bill-month'
import { ofAccount } from './own-account'

type Step = { strapi: Core.Strapi; by: Pick<MemberCaller, 'memberId' | 'name'>; now: Date }

async function refuseFixed(strapi: Core.Strapi, category: Category, month: Month) {
  const { tables } = await readDuesSettings(strapi)
  if (tableOf(tables, month)?.rules[category].kind !== 'rate') refuse('DUES_BASE_NOT_NEEDED', { fields: ['category'] })
}

const subjectOf = ({ id, name }: Pick<Member, 'id' | 'name'>) => ({ uid: 'member', id, title: name })

export async function declareBase(
  { strapi, by, now }: Step,
  member: Member,
  baseFen: number,
  from: Month,
): Promise<string> {
  return ofAccount(strapi, member.id, async () => {
    await refuseFixed(strapi, member.category, from)
    const id = newBaseId()
    const sealedBase = sealingRing(strapi).seal(String(baseFen), basePurpose(member.id))
    const base = { id, memberId: member.id, category: member.category, from, sealedBase, state: 'declared' as const }
    await insertBase(strapi, { ...base, declaredBy: by.memberId }, now)
    // the log never learns what somebody earns
    await noteAct(strapi, { act: 'dues.declare', subject: subjectOf(member), after: { from } }, now)
    return id
  })
}

/** With the base the bill of this month can be made, where it could not before. */
export async function decideOnBase(
  { strapi, by, now }: Step,
  member: Member,
  base: Base,
  isConfirmed: boolean,
  note: string,
) {
  if (base.declaredBy === by.memberId) refuse('DUES_BASE_OWN')
  if (base.memberId === by.memberId) refuse('DUES_OWN_MONEY')
  await ofAccount(strapi, member.id, async () => {
    const state = isConfirmed ? 'confirmed' : 'rejected'
    if (!(await decideBase(strapi, base.id, state, by.memberId, note, now))) refuse('DUES_BASE_DECIDED')
    await noteAct(
      strapi,
      { act: 'dues.confirm-base', subject: subjectOf(member), after: { state, from: base.from } },
      now,
    )
    if (isConfirmed) await billMember(strapi, member, monthOf(beijingDate(now)), now)
  })
}

/** For whoever may read it: in yuan. */
export const readBase = (strapi: Core.Strapi, base: Base) => {
  const { id, category, from, state, note, declaredAt } = base
  const amount = formatMoney(Number(sealingRing(strapi).unseal(base.sealedBase, basePurpose(base.memberId))))
  return { id, category, from, state, note, declaredAt, amount }
}
