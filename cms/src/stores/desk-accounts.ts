/** Accounts of the desk that are in use. */
import type { Core } from '@strapi/types'

export type DeskAccount = { id: number; email: string; name: string; roles: { code: string; name: string }[] }

type Row = {
  id: number
  email: string
  username?: string | null
  lastname?: string | null
  firstname?: string | null
  isActive?: boolean
  blocked?: boolean
  roles: { code: string; name: string }[]
}

const describe = ({ id, email, username, lastname, firstname, roles }: Row): DeskAccount => ({
  ...{ id, email, name: username || `${lastname ?? ''}${firstname ?? ''}` || email },
  roles: roles.map(({ code, name }) => ({ code, name })),
})

async function find(strapi: Core.Strapi, where: Record<string, unknown>): Promise<DeskAccount[]> {
  const rows: Row[] = await strapi.db
    .query('admin::user')
    .findMany({ where: { ...where, isActive: true }, populate: { roles: true }, orderBy: { id: 'asc' } })
  return rows.filter(({ blocked }) => blocked !== true).map(describe)
}

export const accountsWithRole = (strapi: Core.Strapi, codes: readonly string[]) =>
  find(strapi, { roles: { code: { $in: [...codes] } } })

export const accountByEmail = async (strapi: Core.Strapi, email: string): Promise<DeskAccount | null> =>
  (await find(strapi, { email: email.toLowerCase() }))[0] ?? null

export const accountById = async (strapi: Core.Strapi, id: number): Promise<DeskAccount | null> =>
  (await find(strapi, { id }))[0] ?? null

const SUPER_ADMIN_CODE = 'strapi-super-admin'

/** ids of those who may do everything */
export const platformAdministrators = async (strapi: Core.Strapi): Promise<number[]> =>
  (await accountsWithRole(strapi, [SUPER_ADMIN_CODE])).map(({ id }) => id)
