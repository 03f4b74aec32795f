/** 党费: the bills of the month, made anew each night for whoever came since; and whether the books add up. */
import type { Core } from '@strapi/types'
import { monthOf } from '../domain/dues/months'
import { beijingDate } from '../domain/time/beijing'
import { billMonth } from '../dues/bill-month'
import { checkBooks } from '../dues/check-books'
import { learnOfOrders } from '../dues/online/learn'
import { learnOfRefunds } from '../dues/online/refunds'

const AFTER_MIDNIGHT = { rule: '7 0 * * *', tz: 'Asia/Shanghai' }
const EVERY_MINUTE = { rule: '40 * * * * *' }
const BEFORE_WORK = { rule: '17 5 * * *', tz: 'Asia/Shanghai' }

export const duesJobs = (strapi: Core.Strapi) => ({
  billMonth: {
    async task() {
      const now = new Date()
      const { bills, gaps } = await billMonth(strapi, monthOf(beijingDate(now)), now)
      if (bills > 0) strapi.log.info(`${bills} bills of dues were made, ${gaps} wait for what is missing`)
    },
    options: AFTER_MIDNIGHT,
  },
  learnOfOrders: {
    async task() {
      await learnOfOrders(strapi, new Date())
      await learnOfRefunds(strapi, new Date())
    },
    options: EVERY_MINUTE,
  },
  checkBooks: {
    async task() {
      await checkBooks(strapi, new Date())
    },
    options: BEFORE_WORK,
  },
})
