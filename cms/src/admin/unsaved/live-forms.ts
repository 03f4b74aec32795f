/** Which forms are open now, in whatever window: their text is not offered to another. */

/** `navigator.locks` is there on secure addresses only; without it every kept text counts as left behind. */
const locks = () => (navigator as { locks?: LockManager }).locks

/** Holds until the answer is called, or the window is gone. */
export function holdForm(key: string): () => void {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  locks()
    ?.request(key, () => held)
    .catch(() => undefined)
  return () => release()
}

export async function openForms(): Promise<Set<string>> {
  const state = await locks()?.query()
  return new Set((state?.held ?? []).map(({ name }) => name ?? ''))
}

/** Differs for each form that is ever opened; `crypto.randomUUID` is there on secure addresses only. */
export const newFormName = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
