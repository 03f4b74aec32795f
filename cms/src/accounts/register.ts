/** Members' accounts: everything that is asked below /api/auth. Call in `register`. */
import type { Core } from '@strapi/types'
import { addAccountRoutes } from './http/add-routes'
import { addBranchAccountRoutes } from './http/branch-routes'
import { ownSecondFactor } from './http/own-second-factor'
import { ownSessions } from './http/own-sessions'
import { signOn } from './http/sign-on'
import { waysIn } from './http/ways-in'
import { createPasswords } from './passwords'

export function registerAccounts(strapi: Core.Strapi) {
  const passwords = createPasswords()
  addAccountRoutes(strapi, [
    ...waysIn(strapi, passwords),
    ...ownSessions(strapi, passwords),
    ...ownSecondFactor(strapi, passwords),
    ...signOn(strapi),
  ])
  addBranchAccountRoutes(strapi)
}
