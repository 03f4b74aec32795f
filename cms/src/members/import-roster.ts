/**
 * A roster file, first as what it would change, then as that change. Nothing is kept in between: the file is sent again with the
 * fingerprint of what was shown, and what it would do by then must be exactly that.
 */
import type { Core } from '@strapi/types'
import { noteActs } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import { fingerprintOf } from '../domain/roster/fingerprint'
import { planImport, type RosterPlan } from '../domain/roster/plan'
import type { ReadRows } from '../domain/roster/read-rows'
import { membersBelow, numbersInUse } from '../stores/members'
import { listOrganisations } from '../stores/organisations'
import { alone } from './alone'
import { actsOf, applyPlan } from './apply-plan'
import { readRosterFile } from './read-roster-file'
import { entryOf } from './unsealed-entry'

export type ImportStep = {
  strapi: Core.Strapi
  by: Pick<MemberCaller, 'name'>
  now: Date
  /** of what the importer may write to */
  paths: readonly string[]
  /** whether branches that are not there are founded on this day; null: they are refused */
  foundOn: string | null
}

export type Planned = { plan: RosterPlan; fingerprint: string; sealed: ReadonlyMap<string, string | null> }

async function planFor({ strapi, now, paths, foundOn }: ImportStep, read: ReadRows): Promise<Planned> {
  const organisations = (await listOrganisations(strapi, paths)).filter(({ dissolvedOn }) => dissolvedOn === null)
  const stored = await membersBelow(strapi, paths)
  const own = new Set(stored.map(({ number }) => number))
  const foreign = await numbersInUse(
    strapi,
    [...read.numbers].filter((number) => !own.has(number)),
  )
  const saysIdentity = new Set(
    read.rows.filter(({ typed, masked }) => typed.identity ?? masked.identity).map(({ number }) => number),
  )
  // whose number is not asked about, stays sealed
  const members = stored.map((row) =>
    entryOf(strapi, saysIdentity.has(row.number) ? row : { ...row, sealedIdentity: null }),
  )
  const plan = planImport(read, { organisations, members, foreign, mayCreate: foundOn !== null }, now)
  const sealed = new Map(stored.map(({ id, sealedIdentity }) => [id, sealedIdentity]))
  return { plan, fingerprint: fingerprintOf(plan, { foundOn }), sealed }
}

/** @throws a refusal, where the file is none */
export async function previewRoster(step: ImportStep, bytes: Buffer): Promise<Planned> {
  const read = await readRosterFile(bytes, step.now)
  return step.strapi.db.transaction(() => planFor(step, read))
}

export type Imported = { added: number; changed: number; moved: number; organisations: number; unchanged: number }

/** All of it, or nothing. @throws a refusal */
export async function importRoster(step: ImportStep, bytes: Buffer, fingerprint: string): Promise<Imported> {
  const { strapi, now, paths } = step
  const read = await readRosterFile(bytes, now)
  return alone(strapi, async () => {
    const planned = await planFor(step, read)
    const { plan } = planned
    if (plan.problems.length > 0) refuse('ROSTER_PROBLEMS')
    if (plan.added.length + plan.changed.length + plan.organisations.length === 0) refuse('ROSTER_NOTHING')
    if (planned.fingerprint !== fingerprint) refuse('ROSTER_CHANGED')
    const applied = await applyPlan(step, planned)
    const counts: Imported = {
      added: plan.added.length,
      changed: plan.changed.filter(({ fields }) => fields.length > 0).length,
      moved: plan.changed.filter(({ isMoved }) => isMoved).length,
      organisations: plan.organisations.length,
      unchanged: plan.unchanged,
    }
    const [top] = await listOrganisations(strapi, paths)
    const subject = { uid: 'organisation', id: top?.id ?? null, title: top?.name ?? null }
    await noteActs(strapi, [{ act: 'roster.import', subject, after: counts }, ...actsOf(applied)], now)
    return counts
  })
}
