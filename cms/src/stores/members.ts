/** The roster. All writes join the transaction they are called in; identity numbers come and go sealed. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { Category } from '../domain/dues/categories'
import type { Member, MemberStatus } from '../domain/members/member'
import { belowPaths } from './organisations'

const TABLE = 'members'

type Stored = {
  id: string
  number: string
  name: string
  organisation_id: string
  status: MemberStatus
  admitted_on: string
  full_on: string | null
  left_on: string | null
  category: Category
  phone: string | null
  mail: string | null
  identity_sealed: string | null
  updated_at_ms: number | string
}
/** as stored: `sealedIdentity` is text of the key ring */
export type MemberRow = Omit<Member, 'hasIdentity'> & { sealedIdentity: string | null }

const read = ({ id, number, name, status, category, phone, mail, ...row }: Stored): Member => ({
  ...{ id, number, name, status, category, phone, mail, organisationId: row.organisation_id },
  ...{ admittedOn: row.admitted_on, fullOn: row.full_on, leftOn: row.left_on },
  hasIdentity: row.identity_sealed !== null,
})

const write = (member: MemberRow, at: Date): Stored => {
  const { id, number, name, status, category, phone, mail } = member
  return {
    ...{ id, number, name, status, category, phone, mail, organisation_id: member.organisationId },
    ...{ admitted_on: member.admittedOn, full_on: member.fullOn, left_on: member.leftOn },
    ...{ identity_sealed: member.sealedIdentity, updated_at_ms: at.getTime() },
  }
}

export const newMemberId = (): string => randomUUID()

const withOrganisations = (trx: Knex) =>
  trx(TABLE).join('organisations', 'organisations.id', `${TABLE}.organisation_id`).select(`${TABLE}.*`)

export async function insertMember(strapi: Core.Strapi, member: MemberRow, at: Date) {
  await strapi.db.transaction(({ trx }) => trx(TABLE).insert(write(member, at)))
}

/** SQLite takes 999 values a statement at least */
const AT_ONCE = 70

export async function insertMembers(strapi: Core.Strapi, members: readonly MemberRow[], at: Date) {
  await strapi.db.transaction(async ({ trx }) => {
    for (let from = 0; from < members.length; from += AT_ONCE)
      await trx(TABLE).insert(members.slice(from, from + AT_ONCE).map((member) => write(member, at)))
  })
}

/** By number, with what is sealed. */
export async function membersBelow(strapi: Core.Strapi, paths: readonly string[]): Promise<MemberRow[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    belowPaths(withOrganisations(trx), 'organisations.path', paths).orderBy(`${TABLE}.number`),
  )
  return rows.map((row) => {
    const { hasIdentity: _known, ...member } = read(row)
    return { ...member, sealedIdentity: row.identity_sealed }
  })
}

/** Which of these are somebody's, wherever he belongs. */
export async function numbersInUse(strapi: Core.Strapi, numbers: readonly string[]): Promise<Set<string>> {
  const used = new Set<string>()
  await strapi.db.transaction(async ({ trx }) => {
    for (let from = 0; from < numbers.length; from += 900) {
      const rows: { number: string }[] = await trx(TABLE)
        .whereIn('number', numbers.slice(from, from + 900))
        .select('number')
      for (const { number } of rows) used.add(number)
    }
  })
  return used
}

export async function updateMember(strapi: Core.Strapi, member: MemberRow, at: Date) {
  const { id, ...row } = write(member, at)
  await strapi.db.transaction(({ trx }) => trx(TABLE).where({ id }).update(row))
}

/** @param paths of what the caller may see; who is foreign is as who is not there */
export async function findMember(
  strapi: Core.Strapi,
  id: string,
  paths: readonly string[] = ['/'],
): Promise<Member | null> {
  const row: Stored | undefined = await strapi.db.transaction(({ trx }) =>
    belowPaths(withOrganisations(trx).where(`${TABLE}.id`, id), 'organisations.path', paths).first(),
  )
  return row ? read(row) : null
}

export async function findMemberByNumber(strapi: Core.Strapi, number: string): Promise<Member | null> {
  const row: Stored | undefined = await strapi.db.transaction(({ trx }) => trx(TABLE).where({ number }).first())
  return row ? read(row) : null
}

export async function sealedIdentityOf(strapi: Core.Strapi, id: string): Promise<string | null> {
  const row: Pick<Stored, 'identity_sealed'> | undefined = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ id }).first('identity_sealed'),
  )
  return row?.identity_sealed ?? null
}

export type MemberQuestion = {
  words: string
  status: MemberStatus | null
  organisationPath: string | null
  offset: number
  limit: number
}

/** `%` and `_` of what was typed mean themselves. */
const likeOf = (words: string) => `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`

/** By number; words are looked for in names and numbers. */
export async function listMembers(strapi: Core.Strapi, paths: readonly string[], asked: MemberQuestion) {
  return strapi.db.transaction(async ({ trx }) => {
    const { words, status, organisationPath } = asked
    const query = belowPaths(
      trx(TABLE).join('organisations', 'organisations.id', `${TABLE}.organisation_id`),
      'organisations.path',
      paths,
    )
    if (organisationPath) query.where('organisations.path', 'like', `${organisationPath}%`)
    if (status) query.where(`${TABLE}.status`, status)
    if (words) {
      query.where((either) => {
        for (const column of ['name', 'number'])
          either.orWhereRaw(`??.?? like ? escape '\\'`, [TABLE, column, likeOf(words)])
      })
    }
    const [counted] = await query.clone().count({ count: '*' })
    const rows: Stored[] = await query
      .select(`${TABLE}.*`)
      .orderBy(`${TABLE}.number`)
      .offset(asked.offset)
      .limit(asked.limit)
    return { members: rows.map(read), total: Number(counted?.count ?? 0) }
  })
}

/** Everybody of one organisation goes to another. */
export async function moveMembers(strapi: Core.Strapi, from: string, to: string, at: Date): Promise<void> {
  await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ organisation_id: from }).update({ organisation_id: to, updated_at_ms: at.getTime() }),
  )
}

/** Who may owe something for a month, by id, `limit` after the last: those who have not left before it. */
export async function membersToBill(
  strapi: Core.Strapi,
  month: string,
  after: string,
  limit: number,
): Promise<Member[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE)
      .where('id', '>', after)
      .where((here: Knex.QueryBuilder) => here.whereNull('left_on').orWhere('left_on', '>=', `${month}-01`))
      .orderBy('id')
      .limit(limit),
  )
  return rows.map(read)
}

export async function findMembers(strapi: Core.Strapi, ids: readonly string[]): Promise<Map<string, Member>> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) => trx(TABLE).whereIn('id', ids))
  return new Map(rows.map((row) => [row.id, read(row)]))
}
