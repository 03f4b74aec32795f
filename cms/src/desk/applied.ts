/**
 * What the desk has already been given, by fingerprint. An administrator may change views and roles afterwards:
 * theirs stand until we ship something new.
 */
import { createHash } from 'node:crypto'
import type { Core } from '@strapi/types'
import { z } from 'zod'

const fingerprints = z.record(z.string(), z.string()).catch({})

export function fingerprint(data: unknown): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16)
}

/** Runs `apply` for every item whose data differs from what was applied last, and remembers it item by item. */
export async function applyChanged<Item>(
  strapi: Core.Strapi,
  { name, items, idOf }: { name: string; items: Item[]; idOf: (item: Item) => string },
  apply: (item: Item) => Promise<void>,
): Promise<void> {
  const store = strapi.store({ type: 'desk', name })
  const applied = fingerprints.parse(await store.get({ key: 'applied' }))
  for (const item of items) {
    const current = fingerprint(item)
    if (applied[idOf(item)] === current) continue
    await apply(item)
    applied[idOf(item)] = current
    await store.set({ key: 'applied', value: applied })
  }
}
