/** Which save of an entry its form began with. */
import type { Entry } from './entry'
import { nameOf } from './entry'

type Loaded = { data?: { documentId?: string; updatedAt?: string; publishedAt?: string | null } }
type Query = { endpointName?: string; originalArgs?: Partial<Entry>; data?: Loaded }
type State = { adminApi?: { queries?: Record<string, Query | undefined> } }

export type Base = { documentId: string; savedAt: string }

/** What this page saved last, until the entry has been loaded anew. */
const ownSaves = new Map<string, string>()
/** Text that was taken back from the device began with an older save than the one shown. */
const older = new Map<string, string>()

export function noteSave(entry: Entry, savedAt: string | undefined) {
  older.delete(nameOf(entry))
  if (savedAt) ownSaves.set(nameOf(entry), savedAt)
}

export const beginWith = (entry: Entry, savedAt: string) => older.set(nameOf(entry), savedAt)

/** The form has been filled anew with what stands in the CMS. */
export const forgetOlder = (entry: Entry) => older.delete(nameOf(entry))

/** @returns null for an entry that was never saved, or that no form has loaded: then there is nothing to lose */
export function baseOf(state: unknown, entry: Entry): Base | null {
  const queries = Object.values((state as State).adminApi?.queries ?? {})
  const loaded = queries.flatMap((query) => {
    const args = query?.originalArgs
    const isSame = args?.model === entry.model && (args.documentId ?? null) === (entry.documentId ?? null)
    const found = query?.endpointName === 'getDocument' && isSame ? query.data?.data : undefined
    return found?.documentId && found.updatedAt && !found.publishedAt ? [found as Required<typeof found>] : []
  })
  const [shown] = loaded.toSorted((one, other) => (one.updatedAt < other.updatedAt ? 1 : -1))
  if (!shown) return null
  const name = nameOf(entry)
  const own = ownSaves.get(name) ?? ''
  return {
    documentId: shown.documentId,
    savedAt: older.get(name) ?? (own > shown.updatedAt ? own : shown.updatedAt),
  }
}
