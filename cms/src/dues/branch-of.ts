import type { Core } from '@strapi/types'
import type { Member } from '../domain/members/member'
import { branchIdOf } from '../domain/organisation/kinds'
import type { Organisation } from '../domain/organisation/organisation'
import { findOrganisation } from '../stores/organisations'

/** The branch a member's dues go to today, with what stands above it, the nearest first. */
export async function branchOf(strapi: Core.Strapi, member: Pick<Member, 'id' | 'organisationId'>) {
  const own = await findOrganisation(strapi, member.organisationId)
  if (!own) throw new Error(`member ${member.id} belongs to no organisation`)
  const id = branchIdOf(own)
  const above: Organisation[] = []
  const branchPath = own.path.slice(0, own.path.indexOf(`/${id}/`) + 1)
  for (const ancestor of branchPath.split('/').filter(Boolean).toReversed()) {
    const found = await findOrganisation(strapi, ancestor)
    if (found) above.push(found)
  }
  return { id, above }
}
