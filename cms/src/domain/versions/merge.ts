/** Two people have changed one document: who changed which field. */
import type { Snapshot } from '../content/snapshot'
import { compareSnapshots } from './compare'
import type { FieldFacts } from './fields'

/** `both` have changed it, and not to the same */
export type Side = 'mine' | 'theirs' | 'both'
export type Difference = { name: string; label: string; side: Side }

const nothing = { titles: {}, choices: {} }

function changedNames(before: Snapshot, after: Snapshot, fields: readonly FieldFacts[]): Set<string> {
  return new Set(compareSnapshots(before, after, fields, nothing).map(({ name }) => name))
}

/**
 * @param base what both began with; null when that is not known: then every difference is one of both
 * @returns the fields in which the two differ, in the order of the form
 */
export function compareThree(
  base: Snapshot | null,
  mine: Snapshot,
  theirs: Snapshot,
  fields: readonly FieldFacts[],
): Difference[] {
  const differing = changedNames(mine, theirs, fields)
  const byMe = base ? changedNames(base, mine, fields) : differing
  const byThem = base ? changedNames(base, theirs, fields) : differing
  return fields
    .filter(({ name }) => differing.has(name))
    .map(({ name, label }) => {
      const isBoth = byMe.has(name) && byThem.has(name)
      return { name, label, side: isBoth ? 'both' : byMe.has(name) ? 'mine' : 'theirs' }
    })
}
