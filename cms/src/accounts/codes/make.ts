/** Makes a code, keeps what it hashes to, and hands it out once. */
import { randomBytes, randomInt } from 'node:crypto'
import type { Core } from '@strapi/types'
import {
  CODE_LIFE_MS,
  CODE_TRIES,
  type CodeChannel,
  type CodePurpose,
  makeCode,
} from '../../domain/accounts/one-time-code'
import { putCode } from '../../stores/member-codes'
import { digestOf } from '../keys'

const TICKET_BYTES = 32

export const codeDigest = (memberId: string, code: string) => digestOf('codes', `${memberId}:${code}`)
export const ticketDigest = (ticket: string) => digestOf('codes', `ticket:${ticket}`)

/** Joins the transaction it is called in. */
export async function makeMemberCode(
  strapi: Core.Strapi,
  memberId: string,
  purpose: CodePurpose,
  channel: Exclude<CodeChannel, 'ticket'>,
  now: Date,
): Promise<{ code: string; expiresAt: Date }> {
  const code = makeCode((below) => randomInt(below))
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS[channel])
  const digest = codeDigest(memberId, code)
  await putCode(strapi, { memberId, purpose, channel, digest, tries: CODE_TRIES, expiresAt }, now)
  return { code, expiresAt }
}

/** What leads from one step of a log-in to the next; too long to be guessed or typed. */
export async function makeTicket(
  strapi: Core.Strapi,
  memberId: string,
  purpose: Extract<CodePurpose, 'second-factor' | 'first-entry'>,
  carries: object,
  now: Date,
): Promise<{ ticket: string; expiresAt: Date }> {
  const ticket = randomBytes(TICKET_BYTES).toString('base64url')
  const expiresAt = new Date(now.getTime() + CODE_LIFE_MS.ticket)
  const kept = { memberId, purpose, digest: ticketDigest(ticket), carries, expiresAt }
  await putCode(strapi, { ...kept, channel: 'ticket', tries: CODE_TRIES }, now)
  return { ticket, expiresAt }
}
