/** Who calls: an anonymous reader, a member who logged in, and tokens issued in the desk. */
import { activate, bearer, createLoneMember } from './accounts.ts'
import { send } from './http.ts'
import { PUBLICATION_TOKEN, type TestCms } from './strapi.ts'

type Headers = Record<string, string>

export const publisher: Headers = { authorization: `Bearer ${PUBLICATION_TOKEN}` }

export async function issueToken(cms: TestCms, type: 'full-access' | 'read-only'): Promise<Headers> {
  const { accessKey } = await cms.strapi
    .service('admin::api-token-content-api')
    .create({ name: type, description: '', type, kind: 'content-api', lifespan: null })
  return { authorization: `Bearer ${accessKey}` }
}

/** Somebody who works in the desk with this role. */
export async function logInDesk(cms: TestCms, code: string): Promise<Headers> {
  const role = await cms.strapi.db.query('admin::role').findOne({ where: { code } })
  const account = { email: `${code}@portal.example`, password: 'Portal-2026' }
  await cms.strapi.service('admin::user').create({ ...account, firstname: code, isActive: true, roles: [role.id] })
  const { body } = await send(cms, 'POST', '/admin/login', account)
  return { authorization: `Bearer ${(body.data as { token: string }).token}` }
}

/** A member with an account of his own, whose role may be given actions that it should not have. */
export async function logInMember(cms: TestCms, actions: string[] = []): Promise<Headers> {
  const role = await cms.strapi.db.query('plugin::users-permissions.role').findOne({ where: { type: 'authenticated' } })
  for (const action of actions) {
    await cms.strapi.db.query('plugin::users-permissions.permission').create({ data: { action, role: role.id } })
  }
  return bearer(await activate(cms, await createLoneMember(cms)))
}
