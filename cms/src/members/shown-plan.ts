/** What an import would do, as it is shown: no personal number but masked ones. */
import { categoryNames } from '../domain/dues/categories'
import { memberStatuses } from '../domain/members/member'
import { organisationKinds } from '../domain/organisation/kinds'
import type { Organisation } from '../domain/organisation/organisation'
import type { Planned } from './import-roster'

/** of one kind each; a person mends the first ones and looks again */
const MOST_PROBLEMS = 500

export function shownPlan({ plan, fingerprint }: Planned, organisations: readonly Organisation[]) {
  const all = new Map([...organisations, ...plan.organisations].map((one) => [one.id, one]))
  // every branch may have a first group
  const nameOf = (id: string): string => {
    const one = all.get(id)
    return one?.kind === 'group' ? nameOf(one.parentId ?? '') + one.name : (one?.name ?? '')
  }
  return {
    fingerprint,
    organisations: plan.organisations.map(({ kind, name, parentName, similar }) => ({
      ...{ kind: organisationKinds[kind].name, name, parent: parentName, similar },
    })),
    added: plan.added.map(({ row, entry, place }) => ({
      ...{ row, number: entry.number, name: entry.name, organisation: nameOf(place.id) },
      ...{ status: memberStatuses[entry.status], category: categoryNames[entry.category] },
    })),
    changed: plan.changed
      .filter(({ fields }) => fields.length > 0)
      .map(({ row, after, fields }) => ({ row, number: after.number, name: after.name, fields })),
    moved: plan.changed
      .filter(({ isMoved }) => isMoved)
      .map(({ row, before, after, place }) => ({
        ...{ row, number: after.number, name: after.name },
        ...{ from: nameOf(before.organisationId), to: nameOf(place.id) },
      })),
    missing: plan.missing.map(({ number, name, organisationId }) => ({
      ...{ number, name, organisation: nameOf(organisationId) },
    })),
    unchanged: plan.unchanged,
    ignoredColumns: plan.ignoredColumns,
    problems: plan.problems.slice(0, MOST_PROBLEMS),
    problemCount: plan.problems.length,
  }
}
