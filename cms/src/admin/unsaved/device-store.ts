/** Text that has not been saved, kept in this browser: by account, so that nobody else at this computer is shown it. */
import { createStore, delMany, entries, set } from 'idb-keyval'

const DAY_MS = 24 * 60 * 60 * 1000
const MAX_AGE_MS = 30 * DAY_MS
const MAX_KEPT = 50
const MAX_LETTERS = 4_000_000

export type Unsaved = {
  /** of one form in one window */
  key: string
  account: number
  model: string
  /** null for what was never saved */
  documentId: string | null
  isSingle: boolean
  title: string
  values: Record<string, unknown>
  /** the save that the form began with */
  base: string | null
  keptAt: number
}

const store = () => createStore('desk-unsaved', 'forms')

const isKept = ({ keptAt }: Unsaved, now: number) => now - keptAt <= MAX_AGE_MS

/** Answers false when it could not be kept. */
export async function keep(unsaved: Unsaved): Promise<boolean> {
  try {
    const text = JSON.stringify(unsaved.values)
    if (text.length > MAX_LETTERS) return false
    await set(unsaved.key, { ...unsaved, values: JSON.parse(text) }, store())
    return true
  } catch {
    return false
  }
}

export async function drop(keys: string[]): Promise<void> {
  await delMany(keys, store()).catch(() => undefined)
}

/** Newest first. What is too old, or too much, is thrown away on this occasion. */
export async function unsavedOf(account: number): Promise<Unsaved[]> {
  const all = await entries<string, Unsaved>(store()).catch(() => [])
  const now = Date.now()
  const newest = all.map(([, unsaved]) => unsaved).sort((one, other) => other.keptAt - one.keptAt)
  const kept = newest.filter((unsaved) => isKept(unsaved, now)).slice(0, MAX_KEPT)
  const gone = newest.filter((unsaved) => !kept.includes(unsaved))
  if (gone.length > 0) await drop(gone.map(({ key }) => key))
  return kept.filter((unsaved) => unsaved.account === account)
}
