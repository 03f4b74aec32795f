/**
 * What nobody needs here is not offered, not even to 平台管理员: the shop for plugins, and outside development the
 * builder of content types, which can change nothing then.
 */
import type { Core } from '@strapi/types'

type Permission = { action: string }
type RoleService = {
  hooks: {
    willResetSuperAdminPermissions: { register(handler: (permissions: Permission[]) => Permission[]): unknown }
  }
}

/** Call in `register`: Strapi gives 平台管理员 all permissions anew at every start. */
export function leaveOut(strapi: Core.Strapi) {
  const unused = new Set(['admin::marketplace.read'])
  if (!strapi.config.get('autoReload')) unused.add('plugin::content-type-builder.read')
  const { hooks } = strapi.service('admin::role') as unknown as RoleService
  hooks.willResetSuperAdminPermissions.register((permissions) =>
    permissions.filter(({ action }) => !unused.has(action)),
  )
}
