/** Which organisation a row of a roster file names, and which would have to be made for it. */
import type { OrganisationKind } from '../organisation/kinds'
import { MAX_NAME, type Organisation } from '../organisation/organisation'
import type { RosterColumn } from './columns'
import { nameKey, similarNames } from './similar'

/** known by its id, or, as long as it is planned, by its key */
export type Place = { id: string; name: string; kind: OrganisationKind; parentId: string | null; path: string }
export type PlannedOrganisation = Place & {
  parentId: string
  parentName: string
  /** living ones with a name much like it: perhaps it is only misspelt */
  similar: readonly string[]
}
export type Named = { generalBranch: string; branch: string; group: string }
export type Resolved = { place: Place | null } | { column: RosterColumn; problem: string }

const shown = (name: string) => `“${name.slice(0, MAX_NAME)}”`
const perhaps = (names: readonly string[]) => (names.length > 0 ? `是不是${names.map(shown).join('、')}？` : '')

/**
 * @param organisations living ones that the importer may write to
 * @param mayCreate whether what is unknown is planned instead of refused
 */
export function createPlaces(organisations: readonly Organisation[], mayCreate: boolean) {
  const planned: PlannedOrganisation[] = []
  const all = (): Place[] => [...organisations, ...planned]
  const find = (kind: OrganisationKind, name: string, parentId: string | null) =>
    all().filter(
      (one) =>
        one.kind === kind && nameKey(one.name) === nameKey(name) && (parentId === null || one.parentId === parentId),
    )
  const similar = (kind: OrganisationKind, name: string, parentId: string | null) =>
    similarNames(
      name,
      organisations
        .filter((one) => one.kind === kind && (parentId === null || one.parentId === parentId))
        .map((one) => one.name),
    )

  function plan(kind: OrganisationKind, name: string, parent: Place): Place {
    const id = `new:${planned.length + 1}`
    const made = { id, name, kind, parentId: parent.id, parentName: parent.name, path: `${parent.path}${id}/` }
    planned.push({ ...made, similar: similar(kind, name, null) })
    return made
  }

  /** @returns null where nothing of this kind may be made here */
  function made(kind: OrganisationKind, name: string, parent: Place | undefined): Place | null {
    const length = Array.from(name).length
    return mayCreate && parent && length >= 2 && length <= MAX_NAME ? plan(kind, name, parent) : null
  }

  const committee = organisations.find(({ kind }) => kind === 'committee')
  const branches = organisations.filter(({ kind }) => kind === 'branch')

  function resolveGeneral(name: string): Place | string {
    const [found] = find('general-branch', name, null)
    return (
      found ??
      made('general-branch', name, committee) ??
      `没有${shown(name)}这个党总支。${perhaps(similar('general-branch', name, null))}`
    )
  }

  function resolveBranch(name: string, general: Place | null): Place | string {
    const found = find('branch', name, general?.id ?? null)
    if (found.length === 1) return found[0]
    if (found.length > 1) return `有 ${found.length} 个支部都叫${shown(name)}，请在“党总支”一列写明是哪一个。`
    const where = general ? `${shown(general.name)}之下` : ''
    return (
      made('branch', name, general ?? committee) ??
      `${where}没有${shown(name)}这个党支部。${perhaps(similar('branch', name, general?.id ?? null))}`
    )
  }

  function resolveAnew({ generalBranch, branch, group }: Named): Resolved {
    if (branch === '') {
      if (group !== '') return { column: 'branch', problem: '写了党小组，就要写明党支部。' }
      if (generalBranch !== '') return { column: 'branch', problem: '党员编入支部，请写明党支部。' }
      // a secretary's file need not name his one branch in each row
      return { place: branches.length === 1 ? branches[0] : null }
    }
    const general = generalBranch === '' ? null : resolveGeneral(generalBranch)
    if (typeof general === 'string') return { column: 'generalBranch', problem: general }
    const found = resolveBranch(branch, general)
    if (typeof found === 'string') return { column: 'branch', problem: found }
    if (group === '') return { place: found }
    const [below] = find('group', group, found.id)
    const place = below ?? made('group', group, found)
    if (place) return { place }
    const like = perhaps(similar('group', group, found.id))
    return { column: 'group', problem: `${shown(found.name)}之下没有${shown(group)}这个党小组。${like}` }
  }

  // a file names each of them many times
  const known = new Map<string, Resolved>()
  function resolve(named: Named): Resolved {
    const key = [named.generalBranch, named.branch, named.group].join('\n')
    const resolved = known.get(key) ?? resolveAnew(named)
    known.set(key, resolved)
    return resolved
  }

  return { resolve, planned: planned as readonly PlannedOrganisation[] }
}
