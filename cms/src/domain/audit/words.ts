/** The audit log in words, for the desk and its exports alike. */
import { accountRefusals } from '../accounts/refusals'
import { refusals } from '../content/refusals'
import type { ActorKind, Result } from './entry'

export const actorWords: Record<ActorKind, string> = {
  desk: '管理台账号',
  token: '令牌',
  member: '会员',
  anonymous: '未登录',
  system: '系统',
}

export const resultWords: Record<Result, string> = { ok: '成功', refused: '被拒绝', failed: '出错' }

const errorWords: Record<string, string> = {
  ForbiddenError: '没有权限',
  PolicyError: '没有权限',
  UnauthorizedError: '没有登录',
  NotFoundError: '没有找到',
  ValidationError: '内容不合要求',
  YupValidationError: '内容不合要求',
  WRONG_LOGIN: '登录信息不对，或账号已停用',
  ApplicationError: '不能这样做',
  PayloadTooLargeError: '内容太大',
}

/** Types that plugins bring; content types are called as the desk calls them. */
export const subjectWords: Record<string, string> = {
  'admin::user': '管理台账号',
  'admin::role': '管理台角色',
  'admin::api-token': '令牌',
  'admin::transfer-token': '传输令牌',
  'plugin::users-permissions.user': '会员账号',
  'plugin::users-permissions.role': '会员角色',
  'plugin::upload.file': '文件',
  'plugin::upload.folder': '文件夹',
  audit_log: '审计日志',
  organisation: '党组织',
  member: '党员',
  dues_payment: '党费交纳',
  dues_request: '更正或退款',
}

/** Why something was refused or failed; a code that nobody has named stands for itself. */
export function reasonOf(code: string | null): string | null {
  if (code === null) return null
  if (Object.hasOwn(refusals, code)) return refusals[code as keyof typeof refusals]
  if (Object.hasOwn(errorWords, code)) return errorWords[code]
  if (Object.hasOwn(accountRefusals, code)) return accountRefusals[code as keyof typeof accountRefusals].sentence
  return code
}
