/** What the operator's command uses of the audit log, asked for by name: it runs beside the CMS and imports nothing of it. */
import type { Core } from '@strapi/types'
import { wordsOfProblem } from '../domain/audit/problem-words'
import { readEnvironment } from '../environment'
import { archiveAuditLog } from './archive'
import { exportAuditLog } from './export'
import { sealAll } from './sealer'
import { verifyAuditLog } from './verify'

export const createAuditTools = (strapi: Core.Strapi) => ({
  verify: () => verifyAuditLog(strapi),
  archive: (now: Date) => archiveAuditLog(strapi, readEnvironment().AUDIT_KEEP_MONTHS, now),
  keepMonths: () => readEnvironment().AUDIT_KEEP_MONTHS,
  async export(format: 'xlsx' | 'csv') {
    await sealAll(strapi)
    return exportAuditLog(strapi, {}, format)
  },
  wordsOfProblem,
})
