import { factories } from '@strapi/strapi'
import { type Kind, uidOf } from '../domain/content/kinds'

const open = { auth: false as const }
const byDeskToken = { policies: ['global::desk-token'] }

export const publicRouter = (kind: Kind) =>
  factories.createCoreRouter(uidOf(kind) as never, {
    config: { find: open, findOne: open, create: byDeskToken, update: byDeskToken, delete: byDeskToken } as never,
  })
