/** Every month a bill for each member: made once, however often this runs, and on however many instances. */
import { setImmediate as breathe } from 'node:timers/promises'
import type { Core } from '@strapi/types'
import type { Month } from '../domain/dues/months'
import { firstDayOf } from '../domain/dues/months'
import { bookDue } from '../domain/ledger/book'
import type { Entry } from '../domain/ledger/entry'
import type { Member } from '../domain/members/member'
import { nextNumber } from '../stores/counters'
import { type Bill, billId, type Gap, insertBills, replaceGaps } from '../stores/dues/bills'
import { book } from '../stores/dues/ledger'
import { readDuesSettings } from '../stores/dues/settings'
import { membersToBill } from '../stores/members'
import { assessMembers } from './assess-members'

const MEMBERS_AT_ONCE = 400
const SYSTEM = '系统'

type Made = { bills: number; gaps: number }

const entryOf = (bill: Bill): Entry => ({
  ...{ cause: 'bill', causeId: bill.id, by: SYSTEM, on: firstDayOf(bill.month) },
  postings: bookDue(bill, bill.madeFen),
})

async function billSome(strapi: Core.Strapi, members: readonly Member[], month: Month, now: Date): Promise<Made> {
  const settings = await readDuesSettings(strapi)
  return await strapi.db.transaction(async () => {
    // one piece after the other, on all instances: two of them at the same rows wait for each other for ever
    await nextNumber(strapi, 'dues-billing')
    const bills: Bill[] = []
    const gaps: Gap[] = []
    for (const { member, assessment } of await assessMembers(strapi, members, settings, month)) {
      const { id: memberId } = member
      if (assessment.outcome === 'due') {
        const { organisationId, category, rate, article, reason, flags, dueFen } = assessment
        const id = billId(memberId, month)
        bills.push({ id, memberId, organisationId, month, category, rate, article, reason, flags, madeFen: dueFen })
      } else if (assessment.outcome === 'unknown') {
        gaps.push({ memberId, month, organisationId: assessment.organisationId, reason: assessment.reason })
      }
    }
    const added = await insertBills(strapi, bills, now)
    const entries = bills.filter(({ id, madeFen }) => added.has(id) && madeFen !== 0).map(entryOf)
    await book(strapi, entries, now)
    await replaceGaps(
      strapi,
      month,
      members.map(({ id }) => id),
      gaps,
    )
    return { bills: added.size, gaps: gaps.length }
  })
}

/** In pieces, each a transaction: a run that dies is finished by the next. */
export async function billMonth(strapi: Core.Strapi, month: Month, now: Date): Promise<Made> {
  const made: Made = { bills: 0, gaps: 0 }
  let after = ''
  for (;;) {
    const members = await membersToBill(strapi, month, after, MEMBERS_AT_ONCE)
    if (members.length === 0) return made
    const { bills, gaps } = await billSome(strapi, members, month, now)
    made.bills += bills
    made.gaps += gaps
    after = members.at(-1)?.id ?? ''
    await breathe()
  }
}

/** Of one member, when what was missing has been entered. */
export const billMember = (strapi: Core.Strapi, member: Member, month: Month, now: Date) =>
  billSome(strapi, [member], month, now)
