/** The daily look: does everything add up? What came of it is kept, and stands on the desk. */
import type { Core } from '@strapi/types'
import { checkLedger, type LedgerProblem } from '../domain/ledger/check'
import { countEntries, keepCheck, ledgerFigures } from '../stores/dues/ledger-figures'

export async function checkBooks(strapi: Core.Strapi, now: Date): Promise<LedgerProblem[]> {
  const problems = checkLedger(await ledgerFigures(strapi))
  await keepCheck(strapi, await countEntries(strapi), problems, now)
  if (problems.length > 0) strapi.log.error(`the ledger does not add up: ${JSON.stringify(problems.slice(0, 10))}`)
  return problems
}
