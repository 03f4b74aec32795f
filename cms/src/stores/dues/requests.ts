/** Requests that wait for a second person: corrections and refunds. All writes join the transaction they are called in. */
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { RequestKind, RequestState } from '../../domain/dues/payment'
import { belowPaths } from '../organisations'

const REQUESTS = 'dues_requests'

export type DuesRequest = {
  id: string
  kind: RequestKind
  memberId: string
  /** of the bill or the payment */
  about: string
  fen: number
  reason: string
  state: RequestState
  askedBy: string
  askedAt: Date
  decidedBy: string | null
  note: string
}
type StoredRequest = {
  id: string
  kind: RequestKind
  member_id: string
  about: string
  fen: number
  reason: string
  state: RequestState
  asked_by: string
  asked_at_ms: number | string
  decided_by: string | null
  note: string
}
const readRequest = ({ id, kind, about, fen, reason, state, note, ...row }: StoredRequest): DuesRequest => ({
  ...{ id, kind, about, fen, reason, state, note, memberId: row.member_id, askedBy: row.asked_by },
  ...{ askedAt: new Date(Number(row.asked_at_ms)), decidedBy: row.decided_by },
})

export async function insertRequest(
  strapi: Core.Strapi,
  request: Pick<DuesRequest, 'kind' | 'memberId' | 'about' | 'fen' | 'reason' | 'askedBy'>,
  at: Date,
): Promise<string> {
  const id = randomUUID()
  const { kind, memberId, about, fen, reason, askedBy } = request
  const row = {
    id,
    kind,
    about,
    fen,
    reason,
    state: 'waiting',
    member_id: memberId,
    asked_by: askedBy,
    asked_at_ms: at.getTime(),
    note: '',
  }
  await strapi.db.transaction(({ trx }) => trx(REQUESTS).insert(row))
  return id
}

export async function findRequest(strapi: Core.Strapi, id: string): Promise<DuesRequest | null> {
  const row: StoredRequest | undefined = await strapi.db.transaction(({ trx }) => trx(REQUESTS).where({ id }).first())
  return row ? readRequest(row) : null
}

/** @returns false where somebody decided before */
export async function decideRequest(
  strapi: Core.Strapi,
  id: string,
  state: 'approved' | 'sending' | 'refused',
  by: string,
  note: string,
  at: Date,
): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(REQUESTS).where({ id, state: 'waiting' }).update({ state, decided_by: by, decided_at_ms: at.getTime(), note }),
  )
  return changed > 0
}

/** What the provider has made of a refund. @returns false where that is known already */
export async function endSending(
  strapi: Core.Strapi,
  id: string,
  state: 'approved' | 'failed',
  note: string,
): Promise<boolean> {
  const changed: number = await strapi.db.transaction(({ trx }) =>
    trx(REQUESTS).where({ id, state: 'sending' }).update({ state, note }),
  )
  return changed > 0
}

export async function sendingRequests(strapi: Core.Strapi, limit: number): Promise<DuesRequest[]> {
  const rows: StoredRequest[] = await strapi.db.transaction(({ trx }) =>
    trx(REQUESTS).where({ state: 'sending' }).orderBy('decided_at_ms').limit(limit),
  )
  return rows.map(readRequest)
}

/** The newest first. */
export async function requestsOfMember(strapi: Core.Strapi, memberId: string): Promise<DuesRequest[]> {
  const rows: StoredRequest[] = await strapi.db.transaction(({ trx }) =>
    trx(REQUESTS).where({ member_id: memberId }).orderBy('asked_at_ms', 'desc'),
  )
  return rows.map(readRequest)
}

export async function waitingRequests(strapi: Core.Strapi, paths: readonly string[]): Promise<DuesRequest[]> {
  const rows: StoredRequest[] = await strapi.db.transaction(({ trx }) =>
    belowPaths(
      trx(REQUESTS)
        .join('members', 'members.id', `${REQUESTS}.member_id`)
        .join('organisations', 'organisations.id', 'members.organisation_id')
        .where(`${REQUESTS}.state`, 'waiting'),
      'organisations.path',
      paths,
    )
      .select(`${REQUESTS}.*`)
      .orderBy('asked_at_ms'),
  )
  return rows.map(readRequest)
}
