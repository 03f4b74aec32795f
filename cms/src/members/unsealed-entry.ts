/** A stored member with his identity number readable, for comparing it and for whoever may see it. */
import type { Core } from '@strapi/types'
import type { Entry } from '../domain/roster/changes'
import { SealBroken } from '../sealing/key-ring'
import { sealingRing } from '../sealing/ring'
import type { MemberRow } from '../stores/members'
import { identityPurpose } from './roster'

export function entryOf(strapi: Core.Strapi, { sealedIdentity, ...member }: MemberRow): Entry {
  if (sealedIdentity === null) return { ...member, identity: null }
  try {
    return { ...member, identity: sealingRing(strapi).unseal(sealedIdentity, identityPurpose(member.id)) }
  } catch (error) {
    // whoever imports the number again mends what a lost key has made unreadable
    if (error instanceof SealBroken) return { ...member, identity: null }
    throw error
  }
}
