/** An organisation, and what may become of it. Nothing is ever deleted: what is dissolved stays readable with its history. */
import { z } from 'zod'
import { kindIds, mayStandBelow, type OrganisationKind } from './kinds'

export type Organisation = {
  id: string
  kind: OrganisationKind
  name: string
  parentId: string | null
  /** ids from the top, `/<committee>/<branch>/` */
  path: string
  foundedOn: string
  dissolvedOn: string | null
}

export const eventKinds = ['founded', 'renamed', 'moved', 'merged', 'dissolved'] as const
export type OrganisationEvent = { kind: (typeof eventKinds)[number]; on: string; from: string; to: string; by: string }

export const MAX_NAME = 60
const name = z.string().trim().min(2).max(MAX_NAME)
const day = z.iso.date()

export const newOrganisationSchema = z.strictObject({
  kind: z.enum(kindIds),
  name,
  parentId: z.string().max(40),
  foundedOn: day,
})
export const renameSchema = z.strictObject({ name, on: day })
export const moveSchema = z.strictObject({ parentId: z.string().max(40), on: day })
export const mergeSchema = z.strictObject({ into: z.string().max(40), on: day })
export const dissolveSchema = z.strictObject({ on: day })

export const pathBelow = (parent: Pick<Organisation, 'path'> | null, id: string): string =>
  `${parent?.path ?? '/'}${id}/`

export type OrganisationRefusal =
  | 'ORGANISATION_DISSOLVED'
  | 'ORGANISATION_PARENT'
  | 'ORGANISATION_CIRCLE'
  | 'ORGANISATION_NOT_EMPTY'
  | 'ORGANISATION_KIND'
  | 'ORGANISATION_DAY'

/** @param parent null for the committee, which has none */
export function checkParent(kind: OrganisationKind, parent: Organisation | null): OrganisationRefusal | null {
  if (!parent) return kind === 'committee' ? null : 'ORGANISATION_PARENT'
  if (parent.dissolvedOn) return 'ORGANISATION_DISSOLVED'
  return mayStandBelow(kind, parent.kind) ? null : 'ORGANISATION_PARENT'
}

export function checkMove(moved: Organisation, parent: Organisation, on: string): OrganisationRefusal | null {
  if (moved.dissolvedOn) return 'ORGANISATION_DISSOLVED'
  if (parent.path.startsWith(moved.path)) return 'ORGANISATION_CIRCLE'
  if (on < moved.foundedOn || on < parent.foundedOn) return 'ORGANISATION_DAY'
  return checkParent(moved.kind, parent)
}

/** Members and what is below go over; the one that is merged is dissolved on that day. */
export function checkMerge(merged: Organisation, into: Organisation, on: string): OrganisationRefusal | null {
  if (merged.dissolvedOn || into.dissolvedOn) return 'ORGANISATION_DISSOLVED'
  if (merged.kind !== into.kind || merged.kind === 'committee') return 'ORGANISATION_KIND'
  if (merged.id === into.id) return 'ORGANISATION_CIRCLE'
  return on < merged.foundedOn || on < into.foundedOn ? 'ORGANISATION_DAY' : null
}

/** @param holds how many members and living organisations are in it or below it */
export function checkDissolve(organisation: Organisation, holds: number, on: string): OrganisationRefusal | null {
  if (organisation.dissolvedOn) return 'ORGANISATION_DISSOLVED'
  if (organisation.kind === 'committee') return 'ORGANISATION_KIND'
  if (holds > 0) return 'ORGANISATION_NOT_EMPTY'
  return on < organisation.foundedOn ? 'ORGANISATION_DAY' : null
}
