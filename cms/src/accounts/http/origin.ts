/**
 * A cookie travels with whatever page sends the request: where it counts, the page has to be the portal's. Browsers say with
 * every POST from which origin it comes; what says nothing at all is no browser, and has no cookie that it was not given.
 */
import type { Context } from 'koa'
import { refuseAccount } from '../../domain/accounts/refusals'
import { readEnvironment } from '../../environment'

const originOf = (url: string | undefined) => (url && URL.canParse(url) ? new URL(url).origin : null)

export function demandOurPage(ctx: Context) {
  const { SITE_URL, CMS_PUBLIC_URL } = readEnvironment()
  const site = ctx.get('sec-fetch-site')
  if (site !== '' && site !== 'same-origin') refuseAccount('NOT_OUR_PAGE')
  const origin = ctx.get('origin')
  if (origin === '') return
  const isSameHost = originOf(origin) !== null && new URL(origin).host === ctx.host
  if (!isSameHost && ![originOf(SITE_URL), originOf(CMS_PUBLIC_URL)].includes(origin)) refuseAccount('NOT_OUR_PAGE')
}
