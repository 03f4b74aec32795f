import type { Core } from '@strapi/types'
import { typeWordsIn } from '../../audit/type-words'
import { wordsOfAct } from '../../domain/audit/acts'
import type { AuditRow } from '../../domain/audit/entry'
import { reasonOf } from '../../domain/audit/words'
import type { Json } from '../../domain/content/snapshot'
import { labelsOf } from './labels'

const parsed = (text: string | null) => (text === null ? null : (JSON.parse(text) as Json))

export function describeEntry(strapi: Core.Strapi, row: AuditRow) {
  const { subject_uid: uid, subject_id: id, subject_title: title } = row
  const [before, after] = [parsed(row.before), parsed(row.after)]
  return {
    sequence: row.sequence,
    at: new Date(row.at_ms),
    actor: { kind: row.actor_kind, name: row.actor_name, email: row.actor_email, roles: row.roles },
    ip: row.ip,
    userAgent: row.user_agent,
    act: wordsOfAct(row.act),
    subject: { uid, id, title, type: uid && typeWordsIn(strapi)(uid) },
    before,
    after,
    labels: labelsOf(uid, before, after),
    result: row.result,
    reason: reasonOf(row.code),
    hash: row.hash,
  }
}

export type Entry = ReturnType<typeof describeEntry>
