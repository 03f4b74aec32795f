/** Who works at the desk, as far as notices must know. */
import type { Core } from '@strapi/types'

const SUPER_ADMIN_CODE = 'strapi-super-admin'

/** ids of those who may do everything and still have access */
export async function platformAdministrators(strapi: Core.Strapi): Promise<number[]> {
  const users: { id: number }[] = await strapi.db.query('admin::user').findMany({
    select: ['id'],
    where: { isActive: true, blocked: false, roles: { code: SUPER_ADMIN_CODE } },
  })
  return users.map(({ id }) => id)
}
