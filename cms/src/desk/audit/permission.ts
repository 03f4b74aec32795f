/** Who may read the audit log: 平台管理员, and whom he gives this permission. */
import type { Core } from '@strapi/types'

export const READ_AUDIT = 'admin::audit.read'

type PermissionService = { actionProvider: { register(action: Record<string, string>): Promise<unknown> } }

/** Call in `register`: Strapi gives 平台管理员 all permissions there are in its `bootstrap`. */
export async function registerAuditPermission(strapi: Core.Strapi) {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService
  await actionProvider.register({
    ...{ uid: 'audit.read', displayName: 'Read and export the audit log', pluginName: 'admin' },
    ...{ section: 'settings', category: 'audit log' },
  })
}
