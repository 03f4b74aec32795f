/** What happens to the form of an entry, told to whoever keeps or compares what was typed in it. */
type Entry = { model: string; documentId: string | null }

export type FormEvent = { type: 'saved' } | { type: 'outdated'; base: string } | { type: 'unreachable' }
type Listener = (event: FormEvent & Entry) => void

const listeners = new Set<Listener>()
const keepers = new Set<() => Promise<unknown>>()

export function tell(event: FormEvent & Entry) {
  for (const listener of listeners) listener(event)
}

export function listen(listener: Listener): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Registers what must be written down before the page is left. */
export function keepBeforeLeaving(keep: () => Promise<unknown>): () => void {
  keepers.add(keep)
  return () => void keepers.delete(keep)
}

export async function keepEverything(): Promise<void> {
  await Promise.allSettled([...keepers].map((keep) => keep()))
}
