/** What `src/desk/audit` answers, as it arrives. */
import type { Result } from '../../domain/audit/entry'
import type { Json } from '../../domain/content/snapshot'

export type Entry = {
  sequence: number
  at: string
  actor: { kind: string; name: string | null; email: string | null; roles: string | null }
  ip: string | null
  userAgent: string | null
  act: string
  subject: { uid: string | null; id: string | null; title: string | null; type: string | null }
  before: Json
  after: Json
  labels: Record<string, string>
  result: Result
  reason: string | null
  hash: string
}

/** documentId → title, of what rows name */
export type Names = Record<string, string>

export type State = {
  sequence: number
  verification: { at: string; checked: number; sequence: number; problem: string | null } | null
}

export type Filter = Partial<Record<'person' | 'subject' | 'act' | 'result' | 'from' | 'to', string>>
