/** What people did to pieces under review: rows are added, never changed. */
import type { Core } from '@strapi/types'
import type { Kind } from '../domain/content/kinds'
import type { Mark, ReviewAct } from '../domain/review/acts'

const TABLE = 'review_acts'

type Stored = {
  step: number
  act: ReviewAct['act']
  level: ReviewAct['level']
  fingerprint: string
  actor_id: number | null
  actor_name: string
  actor_role: string
  note: string
  marks: string
  at_ms: number | string
}

export async function loadActs(strapi: Core.Strapi, kind: Kind, documentId: string): Promise<ReviewAct[]> {
  const rows: Stored[] = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ kind, document_id: documentId }).orderBy('step'),
  )
  return rows.map(({ step, act, level, fingerprint, ...row }) => ({
    ...{ step, act, level, fingerprint, note: row.note },
    actor: { id: row.actor_id, name: row.actor_name, role: row.actor_role },
    marks: JSON.parse(row.marks) as Mark[],
    at: new Date(Number(row.at_ms)),
  }))
}

const STEP_TAKEN = /UNIQUE constraint failed|duplicate key value/

/**
 * Joins the transaction it is called in.
 * @returns false when somebody else took this step first: the transaction must not go on
 */
export async function appendAct(strapi: Core.Strapi, kind: Kind, documentId: string, act: ReviewAct): Promise<boolean> {
  const { step, level, fingerprint, actor, note, marks, at } = act
  try {
    await strapi.db.transaction(({ trx }) =>
      trx(TABLE).insert({
        ...{ kind, document_id: documentId, step, act: act.act, level, fingerprint },
        ...{ actor_id: actor.id, actor_name: actor.name, actor_role: actor.role },
        ...{ note, marks: JSON.stringify(marks), at_ms: at.getTime() },
      }),
    )
    return true
  } catch (error) {
    if (STEP_TAKEN.test(String((error as Error).message))) return false
    throw error
  }
}
