/** Nobody publishes what a check blocks: below every way of publishing, in the transaction that would publish it. */
import type { Core, Modules } from '@strapi/types'
import { refuse } from '../content-api/refuse'
import { findBlocking } from '../domain/checks/check-document'
import { type CheckedKind, isCheckedKind } from '../domain/checks/fields'
import type { Finding } from '../domain/checks/finding'
import { subjectOf } from '../domain/checks/subject'
import { kindOf } from '../domain/content/kinds'
import { alternativeTextsOf, readDraft } from '../stores/checked-documents'
import type { WordingReader } from '../stores/wording'

type Middleware = Modules.Documents.Middleware.Middleware

async function blockingIn(strapi: Core.Strapi, kind: CheckedKind, documentId: string, readWording: WordingReader) {
  const draft = await readDraft(strapi, kind, documentId)
  if (!draft) return []
  const subject = subjectOf(kind, draft.values, draft.pictures)
  const alternativeTexts = await alternativeTextsOf(strapi, subject)
  return findBlocking(subject, { today: new Date(), wording: await readWording(), alternativeTexts })
}

/** A form of the desk shows each sentence at its field. */
const errorOf = ({ field, message }: Finding) => ({ path: [field], message, name: 'ValidationError' })

export const checkGate =
  (strapi: Core.Strapi, readWording: WordingReader): Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    if (context.action !== 'publish' || !kind || !isCheckedKind(kind)) return next()
    const { documentId } = context.params as { documentId: string }
    const findings = await blockingIn(strapi, kind, documentId, readWording)
    if (findings.length > 0) refuse('CHECKS_FAILED', { findings, errors: findings.map(errorOf) })
    return next()
  }
