/** What dues go by: where members were, what they were, what they earned, what was decided. All writes join the transaction they are called in. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Category } from '../../domain/dues/categories'
import { type Decision, decisionSchema } from '../../domain/dues/decisions'
import type { Day, Month } from '../../domain/dues/months'
import { belowPaths } from '../organisations'

/** three values each; SQLite takes 999 a statement at least */
const AT_ONCE = 300

export type Stay = { memberId: string; organisationId: string; from: Day }

export async function noteStays(strapi: Core.Strapi, stays: readonly Stay[]) {
  const rows = stays.map(({ memberId: member_id, organisationId: organisation_id, from: from_on }) => ({
    ...{ member_id, organisation_id, from_on },
  }))
  await strapi.db.transaction(async ({ trx }) => {
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await trx('member_stays')
        .insert(rows.slice(at, at + AT_ONCE))
        .onConflict(['member_id', 'from_on'])
        .merge(['organisation_id'])
  })
}

export const noteStay = (strapi: Core.Strapi, memberId: string, organisationId: string, from: Day) =>
  noteStays(strapi, [{ memberId, organisationId, from }])

/** Everybody of an organisation owes his dues to this branch from that day on. */
export async function noteStaysOf(strapi: Core.Strapi, organisationId: string, branchId: string, from: Day) {
  await strapi.db.transaction(async ({ trx }) => {
    const members = trx('members')
      .where({ organisation_id: organisationId })
      .whereNot({ status: 'former' })
      .select('id', trx.raw('?', [branchId]), trx.raw('?', [from]))
    await trx(trx.raw('?? (??, ??, ??)', ['member_stays', 'member_id', 'organisation_id', 'from_on']))
      .insert(members)
      .onConflict(['member_id', 'from_on'])
      .merge(['organisation_id'])
  })
}

export type CategoryFrom = { memberId: string; category: Category; from: Month }

export async function noteCategories(strapi: Core.Strapi, categories: readonly CategoryFrom[]) {
  const rows = categories.map(({ memberId, category, from }) => ({ member_id: memberId, category, from_month: from }))
  await strapi.db.transaction(async ({ trx }) => {
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await trx('member_categories')
        .insert(rows.slice(at, at + AT_ONCE))
        .onConflict(['member_id', 'from_month'])
        .merge(['category'])
  })
}

export const noteCategory = (strapi: Core.Strapi, memberId: string, category: Category, from: Month) =>
  noteCategories(strapi, [{ memberId, category, from }])

export const baseStates = ['declared', 'confirmed', 'rejected'] as const
export type Base = {
  id: string
  memberId: string
  category: Category
  from: Month
  sealedBase: string
  state: (typeof baseStates)[number]
  declaredBy: string
  declaredAt: Date
  decidedBy: string | null
  note: string
}
type StoredBase = {
  id: string
  member_id: string
  category: Category
  from_month: Month
  base_sealed: string
  state: Base['state']
  declared_by: string
  declared_at_ms: number | string
  decided_by: string | null
  decided_at_ms: number | string | null
  note: string
}
const readBase = ({ id, category, state, note, ...row }: StoredBase): Base => ({
  ...{ id, category, state, note, memberId: row.member_id, from: row.from_month, sealedBase: row.base_sealed },
  ...{ declaredBy: row.declared_by, declaredAt: new Date(Number(row.declared_at_ms)), decidedBy: row.decided_by },
})

export const newBaseId = (): string => randomUUID()

export async function insertBase(
  strapi: Core.Strapi,
  base: Omit<Base, 'decidedBy' | 'declaredAt' | 'note'> & { decidedBy?: string },
  at: Date,
) {
  const { id, category, state, decidedBy = null } = base
  await strapi.db.transaction(({ trx }) =>
    trx('dues_bases').insert({
      ...{ id, category, state, member_id: base.memberId, from_month: base.from, base_sealed: base.sealedBase },
      ...{ declared_by: base.declaredBy, declared_at_ms: at.getTime(), note: '' },
      ...{ decided_by: decidedBy, decided_at_ms: decidedBy === null ? null : at.getTime() },
    }),
  )
}

export async function findBase(strapi: Core.Strapi, id: string): Promise<Base | null> {
  const row: StoredBase | undefined = await strapi.db.transaction(({ trx }) => trx('dues_bases').where({ id }).first())
  return row ? readBase(row) : null
}

/** @returns false where somebody decided before */
export async function decideBase(
  strapi: Core.Strapi,
  id: string,
  state: 'confirmed' | 'rejected',
  by: string,
  note: string,
  at: Date,
): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx('dues_bases')
      .where({ id, state: 'declared' })
      .update({ state, decided_by: by, decided_at_ms: at.getTime(), note }),
  )
  return changed > 0
}

/** The newest first. */
export async function basesOf(strapi: Core.Strapi, memberId: string): Promise<Base[]> {
  const rows: StoredBase[] = await strapi.db.transaction(({ trx }) =>
    trx('dues_bases').where({ member_id: memberId }).orderBy('declared_at_ms', 'desc'),
  )
  return rows.map(readBase)
}

/** Declared and not decided on, the oldest first; each at the organisation where its member is today. */
export async function waitingBases(strapi: Core.Strapi, paths: readonly string[]): Promise<Base[]> {
  const rows: StoredBase[] = await strapi.db.transaction(({ trx }) =>
    belowPaths(
      trx('dues_bases')
        .join('members', 'members.id', 'dues_bases.member_id')
        .join('organisations', 'organisations.id', 'members.organisation_id')
        .where('dues_bases.state', 'declared'),
      'organisations.path',
      paths,
    )
      .select('dues_bases.*')
      .orderBy('declared_at_ms'),
  )
  return rows.map(readBase)
}

export async function insertDecision(
  strapi: Core.Strapi,
  memberId: string,
  decision: Decision,
  by: string,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  const row = { id, member_id: memberId, decision: JSON.stringify(decision), entered_by: by, at_ms: at.getTime() }
  await strapi.db.transaction(({ trx }) => trx('dues_decisions').insert(row))
  return id
}

export type MemberDuesFacts = {
  stays: { organisationId: string; from: Day }[]
  categories: { category: Category; from: Month }[]
  /** confirmed ones alone, in the order of confirmation */
  bases: Base[]
  decisions: Decision[]
}

/** Of many members at once: four questions, whatever their number. */
export async function factsOf(
  strapi: Core.Strapi,
  memberIds: readonly string[],
): Promise<Map<string, MemberDuesFacts>> {
  return await strapi.db.transaction(async ({ trx }) => {
    const facts = new Map<string, MemberDuesFacts>(
      memberIds.map((id) => [id, { stays: [], categories: [], bases: [], decisions: [] }]),
    )
    const stays: { member_id: string; organisation_id: string; from_on: Day }[] = await trx('member_stays').whereIn(
      'member_id',
      memberIds,
    )
    for (const { member_id, organisation_id, from_on } of stays)
      facts.get(member_id)?.stays.push({ organisationId: organisation_id, from: from_on })
    const categories: { member_id: string; category: Category; from_month: Month }[] = await trx(
      'member_categories',
    ).whereIn('member_id', memberIds)
    for (const { member_id, category, from_month } of categories)
      facts.get(member_id)?.categories.push({ category, from: from_month })
    const bases: StoredBase[] = await trx('dues_bases')
      .whereIn('member_id', memberIds)
      .where({ state: 'confirmed' })
      .orderBy(['decided_at_ms', 'declared_at_ms'])
    for (const row of bases) facts.get(row.member_id)?.bases.push(readBase(row))
    const decisions: { member_id: string; decision: string }[] = await trx('dues_decisions')
      .whereIn('member_id', memberIds)
      .orderBy('at_ms')
    for (const { member_id, decision } of decisions)
      facts.get(member_id)?.decisions.push(decisionSchema.parse(JSON.parse(decision)))
    return facts
  })
}
