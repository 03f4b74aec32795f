import type { Core } from '@strapi/types'
import { applyChanged } from './applied'
import { type Deed, type Grant, type Role, roles, SUPER_ADMIN_CODE } from './roles'

type Permission = {
  action: string
  subject: string | null
  properties: { fields?: string[] }
  conditions: string[]
}
type GivenRole = Omit<Role, 'grants' | 'actions'> & { permissions: Permission[] }

/** The part of the admin's own services that we use; their types are not exported. */
type RoleService = {
  findOne(where: { code: string }): Promise<{ id: number } | null>
  create(data: { code: string; name: string; description: string }): Promise<{ id: number }>
  update(where: { id: number }, data: { name: string; description: string }): Promise<unknown>
  assignPermissions(id: number, permissions: Permission[]): Promise<unknown>
}
type ContentTypeService = {
  getNestedFields(model: unknown, options: { components: unknown }): string[]
}

const DEEDS_ON_WHOLE_ENTRIES: Deed[] = ['delete', 'publish']

function permissionsOf(strapi: Core.Strapi, { on, may, fields }: Grant): Permission[] {
  const { getNestedFields } = strapi.service('admin::content-type') as unknown as ContentTypeService
  return on.flatMap((subject) => {
    const all = getNestedFields(strapi.contentTypes[subject], { components: strapi.components })
    return may.map((deed) => ({
      action: `plugin::content-manager.explorer.${deed}`,
      subject,
      properties: DEEDS_ON_WHOLE_ENTRIES.includes(deed) ? {} : { fields: fields ?? all },
      conditions: [],
    }))
  })
}

function resolve(strapi: Core.Strapi, { grants, actions, ...role }: Role): GivenRole {
  const others = Object.entries(actions).map(([action, conditions]) => {
    return { action, subject: null, properties: {}, conditions }
  })
  return { ...role, permissions: [...grants.flatMap((grant) => permissionsOf(strapi, grant)), ...others] }
}

async function giveRole(service: RoleService, { code, name, description, permissions }: GivenRole) {
  const known = await service.findOne({ code })
  const { id } = known ?? (await service.create({ code, name, description }))
  if (known) await service.update({ id }, { name, description })
  if (code !== SUPER_ADMIN_CODE) await service.assignPermissions(id, permissions)
}

/** Call in `bootstrap`, after the admin has made its own three roles. A new field of a content type counts as a change. */
export async function applyRoles(strapi: Core.Strapi): Promise<void> {
  const service = strapi.service('admin::role') as unknown as RoleService
  const items = roles.map((role) => resolve(strapi, role))
  await applyChanged(strapi, { name: 'roles', items, idOf: ({ code }) => code }, (role) => giveRole(service, role))
}
