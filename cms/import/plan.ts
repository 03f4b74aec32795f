/** What each file needs, compared with what is stored; and which relations have to change: pure. */
import { type Decision, decision } from './decisions.ts'
import type { PolicyLink, StoredPolicy } from './store.ts'
import type { Candidate } from './survey.ts'
import { versionKeyOf } from './title.ts'
import { type Linking, linkVersions, type Version } from './versions.ts'

export type Plan = {
  candidate: Candidate
  stored: StoredPolicy | null
  action: 'create' | 'update' | 'unchanged' | 'kept'
  made: Decision[]
}

export const changes = ({ action }: Plan) => action === 'create' || action === 'update'

/** Public, or a draft that waits for its review: not what somebody took down. */
const stands = ({ isPublished, wasPublic }: StoredPolicy) => isPublished || !wasPublic

/**
 * An editor's own change or withdrawal is stronger than the source.
 * @param publishesWaiting this run publishes at once, what earlier runs left as a draft as well
 */
export function planFile(candidate: Candidate, stored: StoredPolicy | null, publishesWaiting = false): Plan {
  const plan = (action: Plan['action'], ...made: Decision[]): Plan => ({ candidate, stored, action, made })
  if (!stored) return plan('create')
  const isDone = stored.isPublished || (stands(stored) && !publishesWaiting)
  if (stored.hash === candidate.hash && isDone) return plan('unchanged')
  if (stored.isEdited) return plan('kept', decision('edited-kept'))
  if (!stands(stored)) return plan('kept', decision('unpublished-kept'))
  return plan('update')
}

const toVersion = (stored: StoredPolicy): Version => ({ ...stored, versionKey: versionKeyOf(stored.title) })

/** Over what this run brings and what earlier runs brought and was not taken down. */
export function planLinks(plans: readonly Plan[], stored: readonly StoredPolicy[], today: string): Linking {
  const versions = new Map(stored.filter(stands).map((one) => [one.key, toVersion(one)]))
  for (const { candidate, action } of plans)
    if (action !== 'kept') versions.set(candidate.version.key, candidate.version)
  return linkVersions([...versions.values()], today)
}

const sameSet = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((item) => b.includes(item))

/**
 * @param saved document ids of what this run has just saved, with their new validity, by key
 * @returns what has to change in the store; a text that an editor has in hand is left alone
 */
export function changedLinks(
  { links }: Linking,
  stored: readonly StoredPolicy[],
  saved: ReadonlyMap<string, string>,
): PolicyLink[] {
  const before = new Map(stored.map((one) => [one.key, one]))
  const idOf = (key: string) => saved.get(key) ?? before.get(key)?.documentId
  return [...links.values()].flatMap(({ key, validity, replaces }) => {
    const documentId = idOf(key)
    const was = before.get(key)
    if (!documentId || was?.isEdited) return []
    const wanted = replaces.map(idOf).filter((id) => id !== undefined)
    const sameValidity = saved.has(key) || was?.validity === validity
    return sameValidity && sameSet(wanted, was?.replaces ?? []) ? [] : [{ documentId, validity, replaces: wanted }]
  })
}
