/** Who may found the committee and say who is its staff: 平台管理员, and whom he gives this permission. */
import type { Core } from '@strapi/types'

export const MANAGE_COMMITTEE = 'admin::committee.manage'

type PermissionService = { actionProvider: { register(action: Record<string, string>): Promise<unknown> } }

/** Call in `register`, as audit/permission.ts. */
export async function registerCommitteePermission(strapi: Core.Strapi) {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService
  await actionProvider.register({
    ...{ uid: 'committee.manage', displayName: 'Manage the committee and its staff', pluginName: 'admin' },
    ...{ section: 'settings', category: 'party committee' },
  })
}
