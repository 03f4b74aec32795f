/**
 * Endpoints for members, branches and staff, below /api/. Each says who may call it; the gate stands before all of them, and
 * cms/tests/member-access.test.ts walks them all. Call in `register`.
 */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import type { Role } from '../domain/access/roles'
import type { MemberCaller } from '../domain/access/scope'
import { admitCaller, NotAdmitted } from './gate'

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
export type MemberContext = Context & { params: Record<string, string>; request: { body?: unknown } }

export type Endpoint =
  | { who: 'anyone'; handle(ctx: MemberContext): unknown }
  | { who: readonly Role[]; handle(ctx: MemberContext, caller: MemberCaller): unknown }
export type Endpoints = Record<`${Method} /${string}`, Endpoint>

const TABLE = 'member-api.endpoints'

/** Every endpoint that was added, for the test that walks them. */
export const memberEndpoints = (strapi: Core.Strapi): Map<string, Endpoint['who']> => {
  if (!strapi.has(TABLE)) strapi.add(TABLE, new Map())
  return strapi.get(TABLE) as Map<string, Endpoint['who']>
}

/** @returns null when the refusal has been answered */
async function admitted(strapi: Core.Strapi, ctx: Context, who: readonly Role[]): Promise<MemberCaller | null> {
  try {
    return await admitCaller(strapi, ctx, who, new Date())
  } catch (error) {
    if (!(error instanceof NotAdmitted)) throw error
    error.answer(ctx)
    return null
  }
}

export function addMemberRoutes(strapi: Core.Strapi, name: string, endpoints: Endpoints) {
  const routes = Object.entries(endpoints).map(([route, endpoint]) => {
    const [method, path] = route.split(' ')
    memberEndpoints(strapi).set(`${method} /api${path}`, endpoint.who)
    const handler = async (ctx: MemberContext) => {
      ctx.set('Cache-Control', 'no-store')
      if (endpoint.who === 'anyone') return endpoint.handle(ctx)
      const caller = await admitted(strapi, ctx, endpoint.who)
      return caller && endpoint.handle(ctx, caller)
    }
    return { method, path, handler, config: { auth: false as const }, info: { type: 'content-api', apiName: name } }
  })
  strapi.server.routes({ type: 'content-api', routes } as never)
}
