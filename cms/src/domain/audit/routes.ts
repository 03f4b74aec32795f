/**
 * Which request is which act, by method and the pattern of its route. Null: a POST that only asks, or the system's own
 * conversation. A route that is not here and changes something is logged as `other`, and a test names it.
 */
import type { Act } from './acts'

const desk: Record<string, Act | null> = {
  'POST /admin/login': 'session.login',
  'POST /admin/logout': 'session.logout',
  'DELETE /admin/users/me/sessions': 'session.end',
  'DELETE /admin/users/me/sessions/:sessionId': 'session.end',
  'POST /admin/access-token': null,
  'POST /admin/forgot-password': 'password.forgot',
  'POST /admin/reset-password': 'password.reset',
  'POST /admin/register': 'account.register',
  'POST /admin/register-admin': 'account.register',
  'POST /admin/users': 'account.create',
  'PUT /admin/users/:id': 'account.update',
  'PUT /admin/users/me': 'account.self',
  'DELETE /admin/users/:id': 'account.delete',
  'POST /admin/users/batch-delete': 'account.delete',
  'POST /admin/roles': 'role.create',
  'PUT /admin/roles/:id': 'role.update',
  'PUT /admin/roles/:id/permissions': 'role.permissions',
  'DELETE /admin/roles/:id': 'role.delete',
  'POST /admin/roles/batch-delete': 'role.delete',
  'POST /admin/permissions/check': null,
  'POST /admin/project-settings': 'settings.update',
  'PUT /admin/homepage/layout': null,
  'POST /admin/webhooks': 'webhook.change',
  'PUT /admin/webhooks/:id': 'webhook.change',
  'DELETE /admin/webhooks/:id': 'webhook.change',
  'POST /admin/webhooks/:id/trigger': 'webhook.change',
  'POST /admin/webhooks/batch-delete': 'webhook.change',
  'GET /admin/transfer/runner/pull': 'data.transfer',
  'GET /admin/transfer/runner/push': 'data.transfer',
  'POST /admin/publication/documents/:uid/:documentId/retry': 'content.retry',
  'GET /admin/audit/export': 'audit.export',
  'POST /admin/media/recognise': null,
  'POST /admin/review/documents/:uid/:documentId/submit': 'review.submit',
  'POST /admin/review/documents/:uid/:documentId/approve': 'review.approve',
  'POST /admin/review/documents/:uid/:documentId/return': 'review.return',
  'POST /admin/review/documents/:uid/:documentId/withdraw': 'review.withdraw',
  'POST /admin/review/documents/:uid/:documentId/urgent': 'review.urgent',
  'POST /admin/review/notices/read': null,
  'POST /admin/versions/:uid/:documentId/:number/restore': 'content.restore',
  'POST /admin/checks/documents/:uid': null,
  'GET /admin/checks/wording/export': 'wording.export',
  'POST /admin/checks/wording/preview': null,
  'POST /admin/checks/wording/import': 'wording.import',
  'PUT /admin/schedules/documents/:uid/:documentId': 'schedule.plan',
  'PUT /admin/schedules/:id': 'schedule.move',
  'POST /admin/reports/:id/done': 'report.done',
  'POST /admin/reports/:id/reopen': 'report.reopen',
  'DELETE /admin/reports/:id': 'report.delete',
  'POST /admin/member-codes': 'roster.codes',
  'POST /admin/docx': 'file.import-docx',
  'POST /admin/remote-pictures': 'file.fetch',
  ...Object.fromEntries(
    ['api-tokens', 'admin-tokens', 'transfer/tokens'].flatMap((name): [string, Act][] => [
      [`POST /admin/${name}`, 'token.create'],
      [`PUT /admin/${name}/:id`, 'token.update'],
      [`DELETE /admin/${name}/:id`, 'token.delete'],
      [`POST /admin/${name}/:id/regenerate`, 'token.regenerate'],
    ]),
  ),
}

const content: Record<string, Act | null> = {
  'POST /content-manager/collection-types/:model': 'content.create',
  'PUT /content-manager/collection-types/:model/:id': 'content.update',
  'DELETE /content-manager/collection-types/:model/:id': 'content.delete',
  'POST /content-manager/collection-types/:model/clone/:sourceId': 'content.clone',
  'POST /content-manager/collection-types/:model/auto-clone/:sourceId': 'content.clone',
  'POST /content-manager/collection-types/:model/actions/publish': 'content.publish',
  'POST /content-manager/collection-types/:model/:id/actions/publish': 'content.publish',
  'POST /content-manager/collection-types/:model/:id/actions/unpublish': 'content.unpublish',
  'POST /content-manager/collection-types/:model/:id/actions/discard': 'content.discard',
  'POST /content-manager/collection-types/:model/actions/bulkDelete': 'content.delete',
  'POST /content-manager/collection-types/:model/actions/bulkPublish': 'content.publish',
  'POST /content-manager/collection-types/:model/actions/bulkUnpublish': 'content.unpublish',
  'POST /content-manager/collection-types/:model/actions/bulkFindForValidation': null,
  'PUT /content-manager/single-types/:model': 'content.update',
  'DELETE /content-manager/single-types/:model': 'content.delete',
  'POST /content-manager/single-types/:model/actions/publish': 'content.publish',
  'POST /content-manager/single-types/:model/actions/unpublish': 'content.unpublish',
  'POST /content-manager/single-types/:model/actions/discard': 'content.discard',
  'POST /content-manager/uid/generate': null,
  'POST /content-manager/uid/check-availability': null,
  'PUT /content-manager/components/:uid/configuration': 'settings.view',
  'PUT /content-manager/content-types/:uid/configuration': 'settings.view',
}

const files: Record<string, Act | null> = {
  'POST /upload': 'file.upload',
  'POST /upload/files': 'file.upload',
  'POST /upload/actions/upload-from-urls': 'file.upload',
  'POST /api/upload': 'file.upload',
  'PUT /upload/files/:id': 'file.update',
  'POST /upload/actions/bulk-update': 'file.update',
  'POST /upload/actions/generate-ai-metadata': 'file.update',
  'POST /upload/ai-metadata-jobs': 'file.update',
  'POST /upload/files/:id/replace': 'file.replace',
  'POST /upload/actions/bulk-move': 'file.move',
  'DELETE /upload/files/:id': 'file.delete',
  'DELETE /api/upload/files/:id': 'file.delete',
  'POST /upload/actions/bulk-delete': 'file.delete',
  'POST /upload/folders': 'folder.create',
  'PUT /upload/folders/:id': 'folder.update',
  'PUT /upload/configuration': 'settings.view',
  'PUT /upload/settings': 'settings.update',
}

const members: Record<string, Act | null> = {
  'POST /api/auth/activation': 'member.activate',
  'POST /api/auth/activation/mail': 'mail.send',
  'POST /api/auth/login': 'member.login',
  'POST /api/auth/login/second-factor': 'second-factor.login',
  'GET /api/auth/oidc/callback': 'member.login',
  'GET /api/auth/cas/callback': 'member.login',
  'POST /api/auth/refresh': null,
  // anybody may try; what came of a real one is in the ledger
  'POST /api/payments/:provider/notify': null,
  'POST /api/auth/logout': 'member.logout',
  'POST /api/auth/logout-everywhere': 'member.logout',
  'POST /api/auth/reset': 'password.reset',
  'POST /api/auth/reset/mail': 'password.forgot',
  'POST /api/auth/password': 'password.change',
  'DELETE /api/auth/devices/:id': 'session.end',
  'POST /api/auth/second-factor': 'second-factor.set',
  'POST /api/auth/second-factor/confirm': 'second-factor.set',
  'POST /api/auth/second-factor/pass': 'second-factor.login',
  'POST /api/auth/second-factor/recovery-codes': 'second-factor.set',
  'POST /api/auth/second-factor/off': 'second-factor.off',
  'GET /api/users': 'member.read',
  'GET /api/users/:id': 'member.read',
  'POST /api/users': 'member.create',
  'PUT /api/users/:id': 'member.update',
  'DELETE /api/users/:id': 'member.delete',
  'PUT /users-permissions/advanced': 'settings.update',
  'PUT /users-permissions/email-templates': 'settings.update',
  'PUT /users-permissions/providers': 'settings.update',
  ...Object.fromEntries(
    ['/users-permissions/roles', '/api/users-permissions/roles'].flatMap((path): [string, Act][] => [
      [`POST ${path}`, 'member-role.create'],
      [`PUT ${path}/:role`, 'member-role.update'],
      [`DELETE ${path}/:role`, 'member-role.delete'],
    ]),
  ),
}

const roster: Record<string, Act | null> = {
  'POST /api/organisations': 'roster.organisation',
  'POST /api/organisations/:id/rename': 'roster.organisation',
  'POST /api/organisations/:id/move': 'roster.organisation',
  'POST /api/organisations/:id/merge': 'roster.organisation',
  'POST /api/organisations/:id/dissolve': 'roster.organisation',
  'POST /api/members': 'roster.member',
  'PUT /api/members/:id': 'roster.member',
  'POST /api/members/:id/identity': 'roster.reveal',
  'POST /api/branch/codes': 'roster.codes',
  'POST /api/members/:id/second-factor/off': 'roster.second-factor',
  'POST /api/offices': 'roster.office',
  'POST /api/offices/:id/end': 'roster.office',
}

const dues: Record<string, Act | null> = {
  'POST /api/member/dues/bases': 'dues.declare',
  'POST /api/member/dues/payments/:id/confirm': 'dues.settle',
  'POST /api/member/dues/payments/:id/deny': 'dues.withdraw',
  'POST /api/member/dues/online': 'dues.record',
  'POST /api/member/dues/online/:id/cancel': 'dues.withdraw',
  'POST /api/branch/dues/payments': 'dues.record',
  'POST /api/branch/dues/payments/:id/withdraw': 'dues.withdraw',
  'POST /api/branch/members/:id/bases': 'dues.declare',
  'POST /api/branch/dues/bases/:id/decide': 'dues.confirm-base',
  'POST /api/branch/dues/decisions': 'dues.decision',
  'POST /api/branch/dues/corrections': 'dues.ask',
  'POST /api/branch/dues/refunds': 'dues.ask',
  'POST /api/branch/dues/requests/:id/decide': 'dues.decide',
  'POST /api/committee/dues/check': null,
  'POST /api/committee/dues/billing': 'dues.bill',
}

const others: Record<string, Act | null> = {
  'POST /api/publication/live': null,
  'POST /api/preview/document': null,
  'POST /api/readings': null,
  'POST /api/dues/quote': null,
  'POST /api/reports': 'report.receive',
  'POST /email': 'mail.send',
  'POST /email/test': 'mail.send',
  'POST /email/verify': null,
  'POST /i18n/locales': 'settings.update',
  'PUT /i18n/locales/:id': 'settings.update',
  'DELETE /i18n/locales/:id': 'settings.update',
  'PUT /i18n/settings': 'settings.update',
  'POST /i18n/content-manager/actions/get-non-localized-fields': null,
}

const acts: Record<string, Act | null> = { ...desk, ...content, ...files, ...members, ...roster, ...dues, ...others }

const KEPT = /^\/(?:admin|content-manager|content-type-builder|upload|users-permissions|i18n|email|api)(?:\/|$)/
const STRUCTURE = /^\/content-type-builder\//
const CONTENT_API = /^\/api\/[a-z-]+(?:\/:id)?$/
const CONTENT_METHODS: Record<string, Act> = { POST: 'content.create', PUT: 'content.update', DELETE: 'content.delete' }

const READS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** @returns null for what is no act */
export function actOfRoute(method: string, pattern: string): Act | null {
  const named = acts[`${method} ${pattern}`]
  if (named !== undefined) return named
  if (READS.has(method) || !KEPT.test(pattern)) return null
  if (STRUCTURE.test(pattern)) return 'structure.change'
  return (CONTENT_API.test(pattern) && CONTENT_METHODS[method]) || 'other'
}
