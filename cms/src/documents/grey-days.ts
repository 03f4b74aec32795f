/** Site settings with half a period of mourning, or one that ends before it begins, are refused; what is not given stays as stored. */
import type { Modules } from '@strapi/types'
import { refuse } from '../content-api/refuse'
import { checkGrey } from '../domain/settings/check-grey'

const SETTINGS = 'api::site-setting.site-setting'

type Period = Partial<Record<'greyFrom' | 'greyUntil', string | Date | null>>

/** What is no time at all is refused by Strapi itself. */
const toDate = (value: string | Date | null | undefined) => (value ? new Date(value) : null)

export const greyDays: Modules.Documents.Middleware.Middleware = async (context, next) => {
  const { data } = context.params as { data?: Period }
  if (context.uid !== SETTINGS || !data || !['create', 'update'].includes(context.action)) return next()
  const stored: Period = (await strapi.db.query(SETTINGS).findOne({ select: ['greyFrom', 'greyUntil'] })) ?? {}
  const { greyFrom, greyUntil } = { ...stored, ...data }
  const problem = checkGrey({ greyFrom: toDate(greyFrom), greyUntil: toDate(greyUntil) })
  if (problem) refuse(problem, { field: 'greyUntil' })
  return next()
}
