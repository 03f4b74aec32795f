/** Who may see what readers report, which may say how they are reached, and mark it as done. */
import type { Core } from '@strapi/types'

export const HANDLE_REPORTS = 'admin::reports.handle'

type PermissionService = { actionProvider: { register(action: Record<string, string>): Promise<unknown> } }

/** Call in `register`, as audit/permission.ts. */
export async function registerReportPermission(strapi: Core.Strapi) {
  const { actionProvider } = strapi.service('admin::permission') as unknown as PermissionService
  await actionProvider.register({
    ...{ uid: 'reports.handle', displayName: 'Handle what readers report', pluginName: 'admin' },
    ...{ section: 'settings', category: 'reader reports' },
  })
}
