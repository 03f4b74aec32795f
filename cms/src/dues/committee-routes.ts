/** `/api/committee/dues`: the whole of it by branch, and whether the books add up. */
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { refuse } from '../content-api/refuse'
import { officeRoles, type Role } from '../domain/access/roles'
import { pathsOf } from '../domain/access/scope'
import { formatMoney } from '../domain/dues/money'
import { monthOf, monthSchema } from '../domain/dues/months'
import { beijingDate } from '../domain/time/beijing'
import { addMemberRoutes } from '../member-api/add-routes'
import { bodyOf, queryOf } from '../member-api/parse'
import { billsOfMonth } from '../stores/dues/bills'
import { balances } from '../stores/dues/ledger'
import { lastCheck } from '../stores/dues/ledger-figures'
import { listOrganisations } from '../stores/organisations'
import { billMonth } from './bill-month'
import { checkBooks } from './check-books'

const staff: readonly Role[] = ['committee-staff']
const overseers: readonly Role[] = ['general-branch', 'committee-staff', 'auditor']
const monthOnly = z.object({ month: monthSchema })

export function addCommitteeDuesRoutes(strapi: Core.Strapi) {
  addMemberRoutes(strapi, 'dues', {
    'GET /committee/dues': {
      who: overseers,
      async handle(ctx, caller) {
        const { month } = queryOf(ctx, monthOnly)
        const paths = pathsOf(caller, overseers)
        const bills = await billsOfMonth(strapi, month, paths)
        const places = await listOrganisations(strapi, paths)
        const rows = places.map(({ id, name, kind, parentId, dissolvedOn }) => {
          const own = bills.filter(({ organisationId }) => organisationId === id)
          const dueFen = own.reduce((sum, bill) => sum + bill.dueFen, 0)
          const paidFen = own.reduce((sum, bill) => sum + bill.paidFen, 0)
          const settled = own.filter((bill) => bill.paidFen >= bill.dueFen).length
          return {
            id,
            name,
            kind,
            parentId,
            dissolvedOn,
            members: own.length,
            settled,
            due: formatMoney(dueFen),
            dueFen,
            paid: formatMoney(paidFen),
            paidFen,
          }
        })
        return { data: rows }
      },
    },
    'GET /committee/dues/balances': {
      who: officeRoles,
      handle: async (_ctx, caller) => ({ data: await balances(strapi, pathsOf(caller, officeRoles)) }),
    },
    'GET /committee/dues/check': {
      who: overseers,
      handle: async () => ({ data: await lastCheck(strapi) }),
    },
    'POST /committee/dues/check': {
      who: staff,
      handle: async () => ({ data: { problems: await checkBooks(strapi, new Date()) } }),
    },
    'POST /committee/dues/billing': {
      who: staff,
      async handle(ctx) {
        const { month } = bodyOf(ctx, z.strictObject({ month: monthSchema }))
        const now = new Date()
        if (month > monthOf(beijingDate(now))) refuse('DUES_MONTH_AHEAD', { fields: ['month'] })
        return { data: await billMonth(strapi, month, now) }
      },
    },
  })
}
