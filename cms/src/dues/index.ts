/** Dues, put together. Call in `register`. */
import type { Core } from '@strapi/types'
import { addBranchDuesRoutes } from './branch-routes'
import { addCommitteeDuesRoutes } from './committee-routes'
import { addMemberDuesRoutes } from './member-routes'
import { addOnlineRoutes } from './online/routes'

export function registerDues(strapi: Core.Strapi) {
  addMemberDuesRoutes(strapi)
  addBranchDuesRoutes(strapi)
  addCommitteeDuesRoutes(strapi)
  addOnlineRoutes(strapi)
}
