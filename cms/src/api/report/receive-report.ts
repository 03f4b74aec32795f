/** A reader's report is kept, noted in the audit log, and told to those who answer for the page. */
import type { Core } from '@strapi/types'
import { ANONYMOUS } from '../../documents/caller'
import { pendingRow } from '../../domain/audit/pending-row'
import { type ReaderReport, reportedWords } from '../../domain/reports/report'
import { ADMINISTRATOR, rolesToTell } from '../../domain/review/levels'
import { addPending } from '../../stores/audit-log'
import { accountsWithRole } from '../../stores/desk-accounts'
import { type NamedPage, pageAt } from '../../stores/named-pages'
import { addNotice } from '../../stores/notices'
import { addReport, openReports } from '../../stores/page-reports'
import { authorIds } from '../../stores/review-authors'

const FIRST_LEVEL = 1

/** Whoever wrote the piece and 责任编辑; 平台管理员 only where there is nobody else. */
async function whoAnswersFor(strapi: Core.Strapi, { document }: NamedPage): Promise<number[]> {
  const authors = document ? await authorIds(strapi, document.kind, document.documentId, null) : []
  const editors = (await accountsWithRole(strapi, rolesToTell(FIRST_LEVEL))).map(({ id }) => id)
  const found = [...new Set([...authors, ...editors])]
  return found.length > 0 ? found : (await accountsWithRole(strapi, [ADMINISTRATOR])).map(({ id }) => id)
}

async function noteReceived(strapi: Core.Strapi, id: number, report: ReaderReport, page: NamedPage, at: Date) {
  const subject = { uid: 'page_reports', id: String(id), title: page.title }
  const after = { address: report.page, problem: report.problem }
  const row = { at, actor: ANONYMOUS, ip: null, userAgent: null, before: null, code: null }
  await addPending(strapi, pendingRow({ ...row, act: 'report.receive', subject, after, result: 'ok' }))
}

/**
 * People are told of the first report of a page that waits; the others stand beside it.
 * @returns false where the same words on the same page wait already
 */
export async function receiveReport(strapi: Core.Strapi, report: ReaderReport, now: Date): Promise<boolean> {
  return strapi.db.transaction(async () => {
    if ((await openReports(strapi, { address: report.page, problem: report.problem })) > 0) return false
    const page = await pageAt(strapi, report.page)
    const isFirst = (await openReports(strapi, { address: report.page })) === 0
    const id = await addReport(strapi, report, page, now)
    await noteReceived(strapi, id, report, page, now)
    if (isFirst) {
      await addNotice(strapi, {
        ...{ recipients: await whoAnswersFor(strapi, page), topic: 'page-reported', at: now },
        ...reportedWords(page.title, report.problem),
        ...{ kind: page.document?.kind ?? null, documentId: page.document?.documentId ?? null },
      })
    }
    return true
  })
}
