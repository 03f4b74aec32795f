/** What becomes of organisations: each step with its event and its row of the audit log, in one transaction. */
import type { Core } from '@strapi/types'
import type { z } from 'zod'
import { noteAct } from '../audit/note-act'
import { refuse } from '../content-api/refuse'
import type { MemberCaller } from '../domain/access/scope'
import { branchIdOf } from '../domain/organisation/kinds'
import {
  checkDissolve,
  checkMerge,
  checkMove,
  checkParent,
  type mergeSchema,
  type moveSchema,
  type newOrganisationSchema,
  type Organisation,
  type OrganisationEvent,
  pathBelow,
} from '../domain/organisation/organisation'
import { noteStaysOf } from '../stores/dues/facts'
import { moveMembers } from '../stores/members'
import * as store from '../stores/organisations'

type Step = { strapi: Core.Strapi; by: Pick<MemberCaller, 'name'>; now: Date }

async function note({ strapi, by, now }: Step, { id, name }: Organisation, event: Omit<OrganisationEvent, 'by'>) {
  await store.noteOrganisationEvent(strapi, id, { ...event, by: by.name }, now)
  const subject = { uid: 'organisation', id, title: name }
  await noteAct(
    strapi,
    { act: 'roster.organisation', subject, before: { [event.kind]: event.from }, after: { [event.kind]: event.to } },
    now,
  )
}

async function refuseTakenName(
  strapi: Core.Strapi,
  parentId: string | null,
  name: string,
  besides: string | null = null,
) {
  if (await store.isNameTaken(strapi, parentId, name, besides)) refuse('ORGANISATION_NAME_TAKEN', { fields: ['name'] })
}

/** @param data of a committee has no parent: it is made once, with the first roster */
export async function found(
  step: Step,
  data: Omit<z.infer<typeof newOrganisationSchema>, 'parentId'>,
  parent: Organisation | null,
) {
  const { strapi } = step
  return strapi.db.transaction(async () => {
    const refusal = checkParent(data.kind, parent)
    if (refusal) refuse(refusal, { fields: ['parentId'] })
    if (parent && data.foundedOn < parent.foundedOn) refuse('ORGANISATION_DAY', { fields: ['foundedOn'] })
    await refuseTakenName(strapi, parent?.id ?? null, data.name)
    const id = store.newOrganisationId()
    const made: Organisation = {
      ...data,
      id,
      parentId: parent?.id ?? null,
      path: pathBelow(parent, id),
      dissolvedOn: null,
    }
    await store.insertOrganisation(strapi, made)
    await note(step, made, { kind: 'founded', on: data.foundedOn, from: '', to: data.name })
    return made
  })
}

export async function rename(step: Step, organisation: Organisation, name: string, on: string) {
  const { strapi } = step
  return strapi.db.transaction(async () => {
    if (organisation.dissolvedOn) refuse('ORGANISATION_DISSOLVED')
    if (on < organisation.foundedOn) refuse('ORGANISATION_DAY', { fields: ['on'] })
    await refuseTakenName(strapi, organisation.parentId, name, organisation.id)
    await store.renameOrganisation(strapi, organisation.id, name)
    await note(step, organisation, { kind: 'renamed', on, from: organisation.name, to: name })
  })
}

export async function move(step: Step, moved: Organisation, parent: Organisation, { on }: z.infer<typeof moveSchema>) {
  const { strapi } = step
  return strapi.db.transaction(async () => {
    const refusal = checkMove(moved, parent, on)
    if (refusal) refuse(refusal)
    await refuseTakenName(strapi, parent.id, moved.name, moved.id)
    const former = moved.parentId && (await store.findOrganisation(strapi, moved.parentId))
    await store.moveOrganisation(strapi, moved, parent.id, pathBelow(parent, moved.id))
    if (moved.kind === 'group') await noteStaysOf(strapi, moved.id, parent.id, on)
    await note(step, moved, { kind: 'moved', on, from: former ? former.name : '', to: parent.name })
  })
}

/** Members and groups go over, offices end with the organisation they were held at. */
export async function merge(step: Step, merged: Organisation, into: Organisation, { on }: z.infer<typeof mergeSchema>) {
  const { strapi, now } = step
  return strapi.db.transaction(async () => {
    const refusal = checkMerge(merged, into, on)
    if (refusal) refuse(refusal)
    const below = await store.listOrganisations(strapi, [merged.path])
    for (const child of below.filter(({ parentId, dissolvedOn }) => parentId === merged.id && !dissolvedOn)) {
      await refuseTakenName(strapi, into.id, child.name)
      await store.moveOrganisation(strapi, child, into.id, pathBelow(into, child.id))
      if (child.kind === 'group') await noteStaysOf(strapi, child.id, into.id, on)
    }
    await noteStaysOf(strapi, merged.id, branchIdOf(into), on)
    await moveMembers(strapi, merged.id, into.id, now)
    await store.dissolveOrganisation(strapi, merged.id, on)
    await note(step, merged, { kind: 'merged', on, from: merged.name, to: into.name })
    await note(step, into, { kind: 'merged', on, from: merged.name, to: into.name })
  })
}

export async function dissolve(step: Step, organisation: Organisation, on: string) {
  const { strapi } = step
  return strapi.db.transaction(async () => {
    const refusal = checkDissolve(organisation, await store.countHeld(strapi, organisation), on)
    if (refusal) refuse(refusal)
    await store.dissolveOrganisation(strapi, organisation.id, on)
    await note(step, organisation, { kind: 'dissolved', on, from: organisation.name, to: '' })
  })
}
