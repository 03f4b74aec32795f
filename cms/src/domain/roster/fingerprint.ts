import { createHash } from 'node:crypto'
import type { RosterPlan } from './plan'

/** Names exactly what an import would do: when the roster has changed in what concerns it, it is another one. */
export function fingerprintOf({ organisations, added, changed }: RosterPlan, options: object): string {
  const deeds = {
    options,
    organisations: organisations.map(({ id, name, kind, parentId }) => [id, name, kind, parentId]),
    added: added.map(({ entry }) => entry),
    changed: changed.map(({ before, after }) => [before, after]),
  }
  return createHash('sha256').update(JSON.stringify(deeds)).digest('hex')
}
