/**
 * A save asks several times what the document says: what it was, what it is, for its version, its review and the audit log. Within one
 * act it is read once, and again after each write.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { Kind } from '../domain/content/kinds'

type Memory = Map<string, Promise<unknown>>

const current = new AsyncLocalStorage<Memory>()

const keyOf = (kind: Kind, documentId: string, state: string) => `${kind} ${documentId} ${state}`

/** Acts within an act share what is known. */
export const rememberingSnapshots = <T>(work: () => Promise<T>): Promise<T> =>
  current.getStore() ? work() : current.run(new Map(), work)

/** The answer of `read`, or the one of before where nothing was written since. */
export function remembered<T>(kind: Kind, documentId: string, state: string, read: () => Promise<T>): Promise<T> {
  const memory = current.getStore()
  if (!memory) return read()
  const key = keyOf(kind, documentId, state)
  const known = (memory.get(key) as Promise<T> | undefined) ?? read()
  memory.set(key, known)
  return known
}

/** Call after every write of a document. */
export function forgetSnapshots(kind: Kind, documentId: string, states: readonly string[]): void {
  for (const state of states) current.getStore()?.delete(keyOf(kind, documentId, state))
}
