import { AsyncLocalStorage } from 'node:async_hooks'
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'

interface Reading {
  readonly database: DatabaseSync
  readonly keys: Set<string>
  /** the earliest instant at which an answer changes by the clock alone */
  staleAt: string | null
  startedAt?: Date
  /** what every part of a page asks for again */
  readonly answers: Map<() => unknown, unknown>
  failure?: unknown
}

const current = new AsyncLocalStorage<Reading>()

/**
 * Runs `work` so that its queries go to `database` and their dependency keys are collected.
 * Several readings may run at the same time; each sees its own keys.
 */
export const readingFrom = async <T>(
  database: DatabaseSync,
  work: () => T | Promise<T>,
): Promise<{ result: T; reads: string[]; staleAt: string | null; failure: unknown }> => {
  const reading: Reading = { database, keys: new Set(), staleAt: null, answers: new Map() }
  const result = await current.run(reading, work)
  return { result, reads: [...reading.keys].sort(), staleAt: reading.staleAt, failure: reading.failure }
}

export const isReading = (): boolean => current.getStore() !== undefined

const reading = (): Reading => {
  const store = current.getStore()
  if (!store) throw new Error('a query ran outside of readingFrom(); wrap the caller')
  return store
}

export const recordRead = (key: string): void => {
  reading().keys.add(key)
}

/** The page being rendered shows something else from `instant` on (a pin runs out): the earliest such instant counts. */
export const recordStaleAt = (instant: string): void => {
  const store = reading()
  const normalised = new Date(instant).toISOString()
  if (store.staleAt === null || normalised < store.staleAt) store.staleAt = normalised
}

/** The instant of the page being rendered, from `clock` at the first question. */
export const readingStartedAt = (clock: () => Date): Date => {
  const store = reading()
  store.startedAt ??= clock()
  return store.startedAt
}

/** The answer of `query` for the page being rendered, asked once; its keys must be recorded by the caller. */
export const askedOnce = <T>(query: () => T): T => {
  const { answers } = reading()
  if (!answers.has(query)) answers.set(query, query())
  return answers.get(query) as T
}

export const reportFailure = (error: unknown): void => {
  reading().failure = error
}

const prepared = new WeakMap<DatabaseSync, Map<string, StatementSync>>()

/** The statement of this connection for `sql`, prepared once. */
export const statement = (database: DatabaseSync, sql: string): StatementSync => {
  const known = prepared.get(database) ?? new Map<string, StatementSync>()
  prepared.set(database, known)
  const found = known.get(sql) ?? database.prepare(sql)
  known.set(sql, found)
  return found
}

/** Rows of the read model that the page being rendered belongs to. */
export const select = (sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] =>
  statement(reading().database, sql).all(...values)

/** The database of the page being rendered. */
export const currentReadModel = (): DatabaseSync => reading().database
