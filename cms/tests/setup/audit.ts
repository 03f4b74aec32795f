/** What the audit log says, once everything has found its place in the chain. */
import type { TestCms } from './strapi.ts'

export type Row = Record<string, unknown> & {
  sequence: number
  act: string
  result: string
  code: string | null
  before: string | null
  after: string | null
}

const PAUSE_MS = 20

/** Rows that came since `after`, in order. */
export async function auditRows(cms: TestCms, after = 0): Promise<Row[]> {
  const knex = cms.strapi.db.connection
  while (await knex('audit_pending').first('id')) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  const rows: Row[] = await knex('audit_log').orderBy('sequence')
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) })).filter(({ sequence }) => sequence > after)
}

/** Runs the work and answers the rows that it left. */
export async function rowsOf(cms: TestCms, work: () => Promise<unknown>): Promise<Row[]> {
  const last = (await auditRows(cms)).at(-1)?.sequence ?? 0
  await work()
  return auditRows(cms, last)
}

export const changeOf = ({ before, after }: Row) => ({
  before: before && (JSON.parse(before) as unknown),
  after: after && (JSON.parse(after) as unknown),
})
