/** Bills stand at branches; what is above them is the sum of what is below. */
import type { OverviewRow } from '../shapes.ts'

type Sums = Pick<OverviewRow, 'members' | 'settled' | 'dueFen' | 'paidFen'>
export type SummedRow = OverviewRow & { depth: number }

const plus = (a: Sums, b: Sums): Sums => ({
  members: a.members + b.members,
  settled: a.settled + b.settled,
  dueFen: a.dueFen + b.dueFen,
  paidFen: a.paidFen + b.paidFen,
})

/** @param rows each after the one that it is below of, as the API sends them. Dissolved ones without a bill fall away. */
export function sumUp(rows: readonly OverviewRow[]): SummedRow[] {
  const sums = new Map<string, Sums>(rows.map((row) => [row.id, row]))
  const byId = new Map(rows.map((row) => [row.id, row]))
  // from the last: whatever is below has been added before it is added itself
  for (const { id, parentId } of [...rows].reverse()) {
    const [own, above] = [sums.get(id), parentId === null ? undefined : sums.get(parentId)]
    if (own && above && parentId !== null) sums.set(parentId, plus(above, own))
  }
  const depthOf = (row: OverviewRow): number => {
    const parent = row.parentId === null ? undefined : byId.get(row.parentId)
    return parent ? depthOf(parent) + 1 : 0
  }
  return rows
    .map((row) => ({ ...row, ...sums.get(row.id), depth: depthOf(row) }))
    .filter(({ dissolvedOn, members }) => dissolvedOn === null || members > 0)
}
