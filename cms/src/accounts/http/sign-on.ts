/** The college's log-in: out to it and back. People are in between pages here, so that every answer is a redirect within the portal. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { callerOf } from '../../documents/caller'
import { pendingRow } from '../../domain/audit/pending-row'
import { readEnvironment } from '../../environment'
import { addPending } from '../../stores/audit-log'
import { casSettings, createCas } from '../single-sign-on/cas'
import { type CameBack, letInFromCollege } from '../single-sign-on/come-back'
import { beginFlow, endFlow, type Flow, type SignOnWay } from '../single-sign-on/flow'
import { createOidc, oidcSettings } from '../single-sign-on/oidc'
import { type Provider, SignOnProblem } from '../single-sign-on/provider'
import { about, openRoute, type Route } from './add-routes'
import { fromOf } from './caller'
import { admit } from './pass'

const LOG_IN_PAGE = '/member/login/'
const ACTIVATION_PAGE = '/member/activate/'

/** What pages show as further ways in. */
export function signOnNames() {
  const environment = readEnvironment()
  return { oidc: oidcSettings(environment)?.name ?? null, cas: casSettings(environment)?.name ?? null }
}

/** Behind `#`: it reaches no server and no log. */
const withTicket = (page: string, ticket: string, to: string) => `${page}#${new URLSearchParams({ ticket, to })}`

async function lead(strapi: Core.Strapi, ctx: Context, came: CameBack, to: string, now: Date) {
  switch (came.state) {
    case 'new':
      return ctx.redirect(withTicket(ACTIVATION_PAGE, came.ticket, to))
    case 'asked':
      about(ctx, came.accountId)
      return ctx.redirect(withTicket(LOG_IN_PAGE, came.ticket, to))
    case 'in':
      // the page fetches its access token by the cookie
      await admit(strapi, ctx, came.session, now)
      return ctx.redirect(to)
    default:
      return came satisfies never
  }
}

async function leadBack(strapi: Core.Strapi, ctx: Context, error: unknown, now: Date) {
  if (!(error instanceof SignOnProblem)) strapi.log.error(error)
  const { code, accountId } = error instanceof SignOnProblem ? error : new SignOnProblem('SIGN_ON_FAILED')
  const subject = {
    uid: 'plugin::users-permissions.user',
    id: accountId === null ? null : String(accountId),
    title: null,
  }
  const row = { at: now, ...callerOf(ctx), act: 'member.login', subject, before: null, after: null } as const
  await addPending(strapi, pendingRow({ ...row, result: 'refused', code }))
  ;(ctx.state as { isAudited?: boolean }).isAudited = true
  ctx.redirect(`${LOG_IN_PAGE}?problem=${code}`)
}

function routesOf(strapi: Core.Strapi, way: SignOnWay, provider: Provider): Route[] {
  const start = async (ctx: Context, now: Date) => {
    const flow = beginFlow(strapi, ctx, way, now)
    ctx.redirect((await provider.leadOut(flow, now)).href)
  }
  const callback = async (ctx: Context, now: Date) => {
    const flow: Flow = endFlow(strapi, ctx, way, now) ?? SignOnProblem.refuse('SIGN_ON_EXPIRED')
    const said = await provider.whoCameBack(flow, ctx.search, now)
    await lead(strapi, ctx, await letInFromCollege(strapi, said, way, flow.isKept, fromOf(ctx), now), flow.to, now)
  }
  const route = (step: 'start' | 'callback', work: typeof start) =>
    openRoute(`GET /${way}/${step}`, async (ctx) => {
      const now = new Date()
      await work(ctx, now).catch((error: unknown) => leadBack(strapi, ctx, error, now))
    })
  return [route('start', start), route('callback', callback)]
}

export const signOn = (strapi: Core.Strapi): Route[] => [
  ...routesOf(strapi, 'oidc', createOidc(strapi)),
  ...routesOf(strapi, 'cas', createCas(strapi)),
]
