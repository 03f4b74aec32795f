/** Somebody who logged in to the desk. */
import { send } from './http.ts'
import type { TestCms } from './strapi.ts'

/** @param code of an existing desk role */
export async function deskHeaders(cms: TestCms, code: string): Promise<Record<string, string>> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
  const account = { email: `${code}@portal.example`, password: 'Portal-2026' }
  await cms.strapi.service('admin::user').create({ ...account, firstname: code, isActive: true, roles: [role.id] })
  const { body } = await send(cms, 'POST', '/admin/login', account)
  return { authorization: `Bearer ${(body.data as { token: string }).token}` }
}
