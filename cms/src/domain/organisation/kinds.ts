/** The tree: one committee, general branches or branches below it, branches below general branches, groups below branches. */
export const organisationKinds = {
  committee: { name: '党委', below: [] },
  'general-branch': { name: '党总支', below: ['committee'] },
  branch: { name: '党支部', below: ['committee', 'general-branch'] },
  group: { name: '党小组', below: ['branch'] },
} as const satisfies Record<string, { name: string; below: readonly string[] }>

export type OrganisationKind = keyof typeof organisationKinds

export const kindIds = Object.keys(organisationKinds) as [OrganisationKind, ...OrganisationKind[]]

export const mayStandBelow = (kind: OrganisationKind, parent: OrganisationKind): boolean =>
  (organisationKinds[kind].below as readonly string[]).includes(parent)

/** Dues go to the branch; a group is part of one. */
export const branchIdOf = ({
  kind,
  id,
  parentId,
}: {
  kind: OrganisationKind
  id: string
  parentId: string | null
}): string => (kind === 'group' && parentId ? parentId : id)

/** Members belong to branches and their groups; to a committee or general branch none directly. */
export const holdsMembers = (kind: OrganisationKind): boolean => kind === 'branch' || kind === 'group'
