/** The tree of organisations. All writes join the transaction they are called in. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Knex } from 'knex'
import type { OrganisationKind } from '../domain/organisation/kinds'
import type { Organisation, OrganisationEvent } from '../domain/organisation/organisation'

const TABLE = 'organisations'
const EVENTS = 'organisation_events'

type Stored = {
  id: string
  kind: OrganisationKind
  name: string
  parent_id: string | null
  path: string
  founded_on: string
  dissolved_on: string | null
}

const read = ({ id, kind, name, path, ...row }: Stored): Organisation => ({
  ...{ id, kind, name, path, parentId: row.parent_id },
  ...{ foundedOn: row.founded_on, dissolvedOn: row.dissolved_on },
})

export const newOrganisationId = (): string => randomUUID()

/** Ids hold no character that LIKE knows. */
export function belowPaths(query: Knex.QueryBuilder, column: string, paths: readonly string[]): Knex.QueryBuilder {
  return query.where((some) => {
    // no path at all: nothing
    some.whereRaw('1 = 0')
    for (const path of paths) some.orWhere(column, 'like', `${path}%`)
  })
}

/** @param paths of what the caller may see; what is foreign is as what is not there */
export async function findOrganisation(
  strapi: Core.Strapi,
  id: string,
  paths: readonly string[] = ['/'],
): Promise<Organisation | null> {
  const row: Stored | undefined = await strapi.db.transaction(({ trx }) =>
    belowPaths(trx(TABLE).where({ id }), 'path', paths).first(),
  )
  return row ? read(row) : null
}

/** In the order of the tree: each before what is below it, by name among its equals. */
export async function listOrganisations(strapi: Core.Strapi, paths: readonly string[]): Promise<Organisation[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) => belowPaths(trx(TABLE), 'path', paths).orderBy('name'))
  const all = rows.map(read)
  const ids = new Set(all.map(({ id }) => id))
  const below = (parent: string | null): Organisation[] =>
    all
      .filter(({ parentId }) => (parent === null ? !parentId || !ids.has(parentId) : parentId === parent))
      .flatMap((one) => [one, ...below(one.id)])
  return below(null)
}

export async function insertOrganisation(strapi: Core.Strapi, { id, kind, name, path, ...rest }: Organisation) {
  const row: Stored = {
    id,
    kind,
    name,
    path,
    parent_id: rest.parentId,
    founded_on: rest.foundedOn,
    dissolved_on: rest.dissolvedOn,
  }
  await strapi.db.transaction(({ trx }) => trx(TABLE).insert(row))
}

export async function noteOrganisationEvent(
  strapi: Core.Strapi,
  organisationId: string,
  event: OrganisationEvent,
  at: Date,
) {
  await strapi.db.transaction(({ trx }) =>
    trx(EVENTS).insert({ organisation_id: organisationId, ...event, at_ms: at.getTime() }),
  )
}

/** The oldest first. */
export async function organisationEvents(strapi: Core.Strapi, organisationId: string): Promise<OrganisationEvent[]> {
  return strapi.db
    .connection(EVENTS)
    .select('kind', 'on', 'from', 'to', 'by')
    .where({ organisation_id: organisationId })
    .orderBy('id')
}

export async function renameOrganisation(strapi: Core.Strapi, id: string, name: string) {
  await strapi.db.transaction(({ trx }) => trx(TABLE).where({ id }).update({ name }))
}

export async function dissolveOrganisation(strapi: Core.Strapi, id: string, on: string) {
  await strapi.db.transaction(({ trx }) => trx(TABLE).where({ id }).update({ dissolved_on: on }))
}

/** With everything below it. */
export async function moveOrganisation(strapi: Core.Strapi, moved: Organisation, parentId: string, path: string) {
  await strapi.db.transaction(async ({ trx }) => {
    await trx(TABLE).where({ id: moved.id }).update({ parent_id: parentId })
    await trx(TABLE)
      .where('path', 'like', `${moved.path}%`)
      .update({ path: trx.raw('? || substr(path, ?)', [path, moved.path.length + 1]) })
  })
}

/** Whether a living one of this name stands below the parent. */
export async function isNameTaken(
  strapi: Core.Strapi,
  parentId: string | null,
  name: string,
  besides: string | null,
): Promise<boolean> {
  const found: unknown = await strapi.db.transaction(({ trx }) => {
    const query = trx(TABLE).where({ parent_id: parentId, name }).whereNull('dissolved_on')
    return (besides ? query.whereNot({ id: besides }) : query).first('id')
  })
  return found !== undefined
}

/** Members who have not left, and living organisations below it. */
export async function countHeld(strapi: Core.Strapi, { id, path }: Organisation): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const [members] = await trx('members')
      .where({ organisation_id: id })
      .whereNot({ status: 'former' })
      .count({ count: '*' })
    const [below] = await trx(TABLE).where('path', 'like', `${path}_%`).whereNull('dissolved_on').count({ count: '*' })
    return Number(members?.count ?? 0) + Number(below?.count ?? 0)
  })
}
