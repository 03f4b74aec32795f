/**
 * What is published, taken down or deleted by hand needs its plan no more. The schedule is taken before the document, as the
 * runner does: the other way round two of them could wait for each other.
 */
import type { Core, Modules } from '@strapi/types'
import { kindOf } from '../domain/content/kinds'
import { WITHDRAWN_BY } from '../domain/schedule/withdrawal'
import { withdrawSchedules } from '../stores/schedule-withdrawals'
import { currentSchedule } from './on-schedule'

type Middleware = Modules.Documents.Middleware.Middleware

const isDeed = (action: string): action is keyof typeof WITHDRAWN_BY => Object.hasOwn(WITHDRAWN_BY, action)

export const withdrawPlans =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const { action, uid, params } = context
    const kind = kindOf(uid)
    const { documentId } = params as { documentId?: string }
    if (!kind || !documentId || !isDeed(action) || currentSchedule()) return next()
    const { actions, reason } = WITHDRAWN_BY[action]
    return strapi.db.transaction(async () => {
      await withdrawSchedules(strapi, kind, documentId, reason, new Date(), actions)
      return next()
    })
  }
