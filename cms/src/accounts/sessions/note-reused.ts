/** A refresh token that came back after its time: written down, for it means that somebody has a copy. */
import type { Core } from '@strapi/types'
import { noteAct } from '../../audit/note-act'
import { findMemberOfAccount } from '../../stores/member-identities'
import type { MemberSession } from '../../stores/member-sessions'

export async function noteReused(strapi: Core.Strapi, { accountId, device }: MemberSession, now: Date) {
  const member = await findMemberOfAccount(strapi, accountId)
  const subject = { uid: 'plugin::users-permissions.user', id: String(accountId), title: member?.name ?? null }
  await noteAct(strapi, { act: 'session.reused', subject, after: { 设备: device } }, now)
}
