/**
 * What importing a roster file would do. Whoever is not in the file stays as he is: leaving the Party or the college is never
 * concluded from a list. As long as one row is wrong, nothing may be imported.
 */
import { refusals } from '../content/refusals'
import { checkMemberDates } from '../members/member'
import type { Organisation } from '../organisation/organisation'
import { beijingDate } from '../time/beijing'
import { changedFields, type Entry, type FieldChange, maskOf } from './changes'
import { type RosterColumn, titleOf } from './columns'
import { createPlaces, type Place, type PlannedOrganisation } from './places'
import type { ReadRows, RosterRow, RowProblem } from './read-rows'

export type Added = { row: number; entry: Omit<Entry, 'id'>; place: Place }
export type Changed = {
  row: number
  before: Entry
  after: Entry
  place: Place
  fields: FieldChange[]
  isMoved: boolean
}
export type RosterPlan = {
  organisations: readonly PlannedOrganisation[]
  added: Added[]
  changed: Changed[]
  /** of the branches that the file is about, who is not in it */
  missing: Entry[]
  unchanged: number
  problems: RowProblem[]
  ignoredColumns: readonly string[]
}

export type Roster = {
  /** living ones that the importer may write to */
  organisations: readonly Organisation[]
  /** who belongs to one of these */
  members: readonly Entry[]
  /** numbers of the file that somebody elsewhere has */
  foreign: ReadonlySet<string>
  mayCreate: boolean
}

const required = ['name', 'status', 'admittedOn', 'category'] as const

type Outcome = { added: Added } | { changed: Changed } | 'unchanged' | 'wrong'
type Note = (column: RosterColumn, message: string) => void

/** Where he is, if the file says no more than that. */
function placeOf(row: RosterRow, resolved: Place | null, present: Place | null): Place | null {
  if (!resolved) return present
  const isWithin = present?.path.startsWith(resolved.path) && row.group === ''
  return isWithin ? present : resolved
}

/** @returns false where stars stand for a number that nobody knows */
function knowsMasked(row: RosterRow, present: Entry | null, note: Note): boolean {
  const wrong = (['phone', 'mail', 'identity'] as const).filter((column) => {
    const stars = row.masked[column]
    const kept = present?.[column]
    return stars !== undefined && (!kept || maskOf[column](kept) !== stars)
  })
  for (const column of wrong) note(column, '带星号的号码不完整：请填完整，或留空表示不改。')
  return wrong.length === 0
}

function checkEntry(entry: Omit<Entry, 'id'>, today: Date, note: Note): boolean {
  const { status, admittedOn, fullOn } = entry
  if (status === 'former') return false
  const refusal = checkMemberDates({ status, admittedOn, fullOn }, beijingDate(today))
  if (refusal) note(refusal === 'MEMBER_FULL_ON' ? 'fullOn' : 'admittedOn', refusals[refusal])
  return refusal === null
}

function outcomeOf(row: RosterRow, place: Place | null, present: Entry | null, today: Date, note: Note): Outcome {
  if (present?.status === 'former') {
    note('number', '这个学号或工号的党员已转出或出党，不能用导入改回；请在名册里办理，并删去这一行。')
    return 'wrong'
  }
  const { typed, number } = row
  const missing = present
    ? []
    : required.filter((column) => typed[column] === undefined && !row.unread.includes(column))
  for (const column of missing) note(column, `新党员要写明${titleOf(column)}。`)
  if (!place) note('branch', '新党员要写明党支部。')
  if (!knowsMasked(row, present, note) || missing.length + row.unread.length > 0 || !place) return 'wrong'

  const { name = '', status = 'probationary', admittedOn = '', category = 'salaried' } = { ...present, ...typed }
  const known = { fullOn: null, leftOn: null, phone: null, mail: null, identity: null, ...present, ...typed }
  const entry = { ...known, number, name, status, admittedOn, category, organisationId: place.id }
  // who is said to be a probationary member has no such day, whatever was there before
  if (typed.status === 'probationary' && !typed.fullOn) entry.fullOn = null
  if (!checkEntry(entry, today, note)) return 'wrong'
  if (!present) return { added: { row: row.row, entry, place } }

  const after: Entry = { ...entry, id: present.id }
  const fields = changedFields(present, after)
  const isMoved = present.organisationId !== place.id
  if (fields.length === 0 && !isMoved) return 'unchanged'
  return { changed: { row: row.row, before: present, after, place, fields, isMoved } }
}

export function planImport(
  { rows, numbers, problems, ignoredColumns }: ReadRows,
  roster: Roster,
  today: Date,
): RosterPlan {
  const places = createPlaces(roster.organisations, roster.mayCreate)
  const placeById = new Map<string, Place>(roster.organisations.map((one) => [one.id, one]))
  const byNumber = new Map(roster.members.map((one) => [one.number, one]))
  const touched = new Set<string>()
  const plan: RosterPlan = {
    ...{ organisations: places.planned, added: [], changed: [], missing: [], unchanged: 0 },
    ...{ problems: [...problems], ignoredColumns },
  }
  for (const row of rows) {
    const note: Note = (column, message) => plan.problems.push({ row: row.row, column: titleOf(column), message })
    if (roster.foreign.has(row.number)) {
      note('number', '这个学号或工号在您管理的支部之外已经有人使用。要转入，请先由上级办理。')
      continue
    }
    const present = byNumber.get(row.number) ?? null
    const presentPlace = present ? (placeById.get(present.organisationId) ?? null) : null
    const resolved = places.resolve(row)
    if ('problem' in resolved) {
      note(resolved.column, resolved.problem)
      continue
    }
    const place = placeOf(row, resolved.place, presentPlace)
    for (const one of [place, presentPlace]) if (one) touched.add(branchPath(one))
    const outcome = outcomeOf(row, place, present, today, note)
    if (outcome === 'unchanged') plan.unchanged += 1
    else if (outcome !== 'wrong' && 'added' in outcome) plan.added.push(outcome.added)
    else if (outcome !== 'wrong') plan.changed.push(outcome.changed)
  }
  plan.problems.sort((one, other) => one.row - other.row)
  plan.missing = roster.members.filter((one) => {
    const place = placeById.get(one.organisationId)
    return one.status !== 'former' && !numbers.has(one.number) && place && touched.has(branchPath(place))
  })
  return plan
}

/** A group counts as its branch. */
const branchPath = ({ kind, path }: Place): string =>
  kind === 'group' ? path.slice(0, path.slice(0, -1).lastIndexOf('/') + 1) : path
