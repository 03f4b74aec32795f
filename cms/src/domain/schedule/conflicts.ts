/** Posts that would come out in one column almost together: the second pushes the first out of sight. */
const NEAR_MS = 5 * 60_000

export type Publication = { id: string; column: string | null; at: Date }

/** @returns the ids of all that have another within five minutes, those included */
export function findConflicts(publications: readonly Publication[]): Set<string> {
  const found = new Set<string>()
  const sorted = [...publications].sort((a, b) => a.at.getTime() - b.at.getTime())
  const last = new Map<string, Publication>()
  for (const publication of sorted) {
    const { column, at, id } = publication
    if (column === null) continue
    const before = last.get(column)
    if (before && at.getTime() - before.at.getTime() <= NEAR_MS) found.add(before.id).add(id)
    last.set(column, publication)
  }
  return found
}
