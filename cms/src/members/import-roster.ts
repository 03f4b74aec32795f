/**
 * A roster file, first as what it would change, then as that change. Nothing is kept in between: the file is sent again with the
 * fingerprint of what was shown, and what it would do by then must be exactly that.
 */
import type { Core } from '@strapi/types'
import { noteActs } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import type { Organisation } from '../domain/organisation/organisation'
import type { Entry } from '../domain/roster/changes'
import { fingerprintOf } from '../domain/roster/fingerprint'
import type { Place } from '../domain/roster/places'
import { planImport, type RosterPlan } from '../domain/roster/plan'
import type { ReadRows } from '../domain/roster/read-rows'
import { sealingRing } from '../sealing/ring'
import { insertMembers, type MemberRow, membersBelow, newMemberId, numbersInUse, updateMember } from '../stores/members'
import { findOrganisation, listOrganisations } from '../stores/organisations'
import { alone } from './alone'
import { found } from './organisations'
import { readRosterFile } from './read-roster-file'
import { identityPurpose, logged, subjectOf } from './roster'
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

/** @returns ids by what the plan calls them */
async function foundPlanned(step: ImportStep, { organisations }: RosterPlan): Promise<Map<string, string>> {
  const made = new Map<string, Organisation>()
  for (const { id, kind, name, parentId } of organisations) {
    const parent = made.get(parentId) ?? (await findOrganisation(step.strapi, parentId))
    made.set(id, await found(step, { kind, name, foundedOn: step.foundOn ?? '' }, parent))
  }
  return new Map([...made].map(([key, { id }]) => [key, id]))
}

async function apply(step: ImportStep, { plan, sealed }: Planned) {
  const { strapi, now } = step
  const ids = await foundPlanned(step, plan)
  const stored = (entry: Entry, place: Place, sealedIdentity: string | null): MemberRow => {
    const { identity, ...member } = { ...entry, organisationId: ids.get(place.id) ?? place.id }
    const purpose = identityPurpose(entry.id)
    return { ...member, sealedIdentity: identity ? sealingRing(strapi).seal(identity, purpose) : sealedIdentity }
  }
  const added = plan.added.map(({ entry, place }) => stored({ ...entry, id: newMemberId() }, place, null))
  await insertMembers(strapi, added, now)
  const changed = plan.changed.map(({ before, after, place }) => ({
    before,
    after: stored(after, place, sealed.get(after.id) ?? null),
  }))
  for (const { after } of changed) await updateMember(strapi, after, now)
  const act = 'roster.member' as const
  return [
    ...added.map((member) => ({ act, subject: subjectOf(member), after: logged(member) })),
    ...changed.map(({ before, after }) => ({
      act,
      subject: subjectOf(after),
      before: logged(before),
      after: logged(after),
    })),
  ]
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
    const members = await apply(step, planned)
    const counts: Imported = {
      added: plan.added.length,
      changed: plan.changed.filter(({ fields }) => fields.length > 0).length,
      moved: plan.changed.filter(({ isMoved }) => isMoved).length,
      organisations: plan.organisations.length,
      unchanged: plan.unchanged,
    }
    const [top] = await listOrganisations(strapi, paths)
    const subject = { uid: 'organisation', id: top?.id ?? null, title: top?.name ?? null }
    await noteActs(strapi, [{ act: 'roster.import', subject, after: counts }, ...members], now)
    return counts
  })
}
