import { canonicalJson, type Json } from '../content/snapshot'
import type { AuditEntry, PendingRow } from './entry'

const MAX_TEXT = 255
const MAX_USER_AGENT = 400
const MAX_ROLES = 255

/** Neither database keeps these as they are: what is hashed must be what comes back. */
const UNSTORABLE = /\p{Cs}|\0/gu

function storable(text: string | null, maxCharacters = MAX_TEXT): string | null {
  if (text === null) return null
  return Array.from(text.replaceAll(UNSTORABLE, '\uFFFD')).slice(0, maxCharacters).join('')
}

const jsonText = (value: Json) => (value === null ? null : canonicalJson(value))

export const pendingRow = ({ at, actor, ip, userAgent, act, subject, before, after, result, code }: AuditEntry) =>
  ({
    at_ms: at.getTime(),
    actor_kind: actor.kind,
    actor_id: storable(actor.id),
    actor_name: storable(actor.name),
    actor_email: storable(actor.email),
    roles: storable(actor.roles, MAX_ROLES),
    ip: storable(ip),
    user_agent: storable(userAgent, MAX_USER_AGENT),
    act,
    subject_uid: storable(subject.uid),
    subject_id: storable(subject.id),
    subject_title: storable(subject.title),
    before: jsonText(before),
    after: jsonText(after),
    result,
    code: storable(code),
  }) satisfies PendingRow
