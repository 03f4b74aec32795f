/** What an operator asks the publisher to do, in the read model's file: whichever process holds the lock works it off. */
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'

const ddl = `
CREATE TABLE IF NOT EXISTS operator_requests (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  task TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  started_at TEXT,
  finished_at TEXT,
  outcome TEXT
);
`

const taskSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rebuild') }),
  z.object({ kind: z.literal('rollback'), release: z.string().min(1) }),
  z.object({
    kind: z.literal('repair'),
    /** pages to be written anew */
    addresses: z.array(z.string()),
    /** files that belong to nothing, relative to the tree */
    extra: z.array(z.string()),
    /** files of the build and uploads to be put back, relative to the tree */
    files: z.array(z.string()),
  }),
])
export type Task = z.infer<typeof taskSchema>

const failureCodes = [
  'DISK_FULL',
  'READ_ONLY',
  'UNKNOWN_RELEASE',
  'ALREADY_LIVE',
  'NOT_COMPILED',
  'PINNED',
  'UNEXPECTED',
] as const
export type RequestFailureCode = (typeof failureCodes)[number]

const outcomeSchema = z.union([
  z.object({ release: z.string(), pages: z.number(), failed: z.number(), durationMs: z.number() }),
  z.object({ code: z.enum(failureCodes), reason: z.string() }),
])
export type RequestOutcome = z.infer<typeof outcomeSchema>

export type OperatorRequest = { id: number; task: Task }
export type OperatorRequests = ReturnType<typeof openOperatorRequests>

const requestOf = (row: Record<string, unknown>): OperatorRequest => ({
  id: Number(row.id),
  task: taskSchema.parse(JSON.parse(String(row.task))),
})

export function openOperatorRequests(database: DatabaseSync) {
  database.exec(ddl)
  const insert = database.prepare('INSERT INTO operator_requests (task, asked_at) VALUES (?, ?)')
  const open = database.prepare('SELECT id, task FROM operator_requests WHERE finished_at IS NULL ORDER BY id LIMIT 1')
  const start = database.prepare('UPDATE operator_requests SET started_at = ? WHERE id = ?')
  const finish = database.prepare('UPDATE operator_requests SET finished_at = ?, outcome = ? WHERE id = ?')
  const state = database.prepare('SELECT started_at, outcome FROM operator_requests WHERE id = ?')

  return {
    ask: (task: Task, now: Date): number => Number(insert.run(JSON.stringify(task), now.toISOString()).lastInsertRowid),
    areWaiting: () => open.get() !== undefined,
    next: (): OperatorRequest | null => {
      const row = open.get()
      return row ? requestOf(row) : null
    },
    start: (id: number, now: Date) => void start.run(now.toISOString(), id),
    finish: (id: number, outcome: RequestOutcome, now: Date) =>
      void finish.run(now.toISOString(), JSON.stringify(outcome), id),
    stateOf: (id: number): { isStarted: boolean; outcome: RequestOutcome | null } => {
      const row = state.get(id)
      const outcome = row?.outcome ? outcomeSchema.parse(JSON.parse(String(row.outcome))) : null
      return { isStarted: Boolean(row?.started_at), outcome }
    },
  }
}
