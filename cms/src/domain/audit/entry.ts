/** One row of the audit log: who did what to what, from where, and how it ended. */
import type { Json } from '../content/snapshot'
import type { Act } from './acts'

export const actorKinds = ['desk', 'token', 'member', 'anonymous', 'system'] as const
export type ActorKind = (typeof actorKinds)[number]

export type Actor = {
  kind: ActorKind
  /** of the account or token */
  id: string | null
  name: string | null
  email: string | null
  /** names of the roles held at that moment, joined by `、` */
  roles: string | null
}

export type Subject = {
  /** a content type as Strapi names it, or the address of what was asked */
  uid: string | null
  id: string | null
  title: string | null
}

/** refused: somebody was told no, for a reason; failed: it broke. */
export const results = ['ok', 'refused', 'failed'] as const
export type Result = (typeof results)[number]

export type AuditEntry = {
  at: Date
  actor: Actor
  ip: string | null
  userAgent: string | null
  act: Act
  subject: Subject
  /** what differs, as it was and as it became; condensed, see what-changed.ts */
  before: Json
  after: Json
  result: Result
  /** why it was refused or failed */
  code: string | null
}

/** As it is stored and hashed: flat, texts in canonical JSON, instants in milliseconds. */
export type AuditRow = {
  sequence: number
  at_ms: number
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  actor_email: string | null
  roles: string | null
  ip: string | null
  user_agent: string | null
  act: string
  subject_uid: string | null
  subject_id: string | null
  subject_title: string | null
  before: string | null
  after: string | null
  result: string
  code: string | null
  prev_hash: string
  hash: string
}

/** A row before it has its place in the chain. */
export type PendingRow = Omit<AuditRow, 'sequence' | 'prev_hash' | 'hash'>
