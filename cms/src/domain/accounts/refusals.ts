/** What people are told when something about their account is refused: a stable code, its HTTP status, one Chinese sentence. */
type Said = { status: 400 | 401 | 403 | 404 | 429 | 503; sentence: string }

export const accountRefusals = {
  BAD_REQUEST: { status: 400, sentence: '请求格式不对。' },
  LOGIN_REQUIRED: { status: 401, sentence: '请先登录。' },
  WRONG_LOGIN: {
    status: 401,
    sentence: '学号/工号或密码不对，或者账号还没有启用。请核对后再试；忘记密码可以重新设置。',
  },
  TOO_MANY_TRIES: { status: 429, sentence: '试错的次数太多，请过一会儿再试。' },
  TOO_BUSY: { status: 503, sentence: '现在登录的人太多，请过几秒再试。' },
  CODE_WRONG: {
    status: 400,
    sentence: '学号/工号或一次性码不对，或者这个码已用过、已过期。请核对后再试，或请支部重新发一个。',
  },
  TICKET_ENDED: { status: 401, sentence: '这一步等得太久了，请重新登录。' },
  PASSWORD_WEAK: { status: 400, sentence: '这个密码不够安全，请换一个。' },
  PASSWORD_WRONG: { status: 400, sentence: '现在的密码不对，请核对后再试。' },
  PASSWORD_MISSING: { status: 400, sentence: '您的账号还没有密码，请用“忘记密码”设置一个。' },
  CONSENT_MISSING: {
    status: 400,
    sentence: '启用账号前，请阅读个人信息处理告知，并对处理敏感个人信息单独表示同意。',
  },
  CONSENT_OUTDATED: { status: 400, sentence: '告知和同意书刚刚有了新版本，请刷新页面，看过最新内容后再操作。' },
  SESSION_ENDED: { status: 401, sentence: '登录已失效，请重新登录。' },
  SESSION_REUSED: {
    status: 401,
    sentence: '这台设备的登录凭据在别处被用过，为安全起见已退出登录。请重新登录；如果不是您本人操作，请马上修改密码。',
  },
  NOT_OUR_PAGE: { status: 403, sentence: '这个操作只能在门户的页面上进行。' },
  NOT_ALLOWED: { status: 403, sentence: '没有权限做这件事。' },
  NOT_FOUND: { status: 404, sentence: '没有找到。' },
  SECOND_FACTOR_WRONG: {
    status: 400,
    sentence: '验证码不对，或者已经用过。请等验证器换出下一个码再试，并检查手机时间是否准确。',
  },
  SECOND_FACTOR_EXISTS: { status: 400, sentence: '已经设置过两步验证。要换手机，请先停用再重新设置。' },
  SECOND_FACTOR_ABSENT: { status: 400, sentence: '还没有设置两步验证，请先设置。' },
  SIGN_ON_OFF: { status: 404, sentence: '没有开通统一身份认证登录。' },
  SIGN_ON_FAILED: { status: 401, sentence: '统一身份认证没有成功，请再试一次，或用学号/工号和密码登录。' },
  SIGN_ON_CANCELLED: { status: 401, sentence: '您取消了统一身份认证登录。' },
  SIGN_ON_EXPIRED: { status: 401, sentence: '统一身份认证等得太久，或者不是在这个浏览器里开始的，请重新登录。' },
  SIGN_ON_NO_NUMBER: {
    status: 401,
    sentence: '统一身份认证没有告诉门户您的学号/工号，请联系党委工作人员；也可以用密码登录。',
  },
  SIGN_ON_NO_MEMBER: {
    status: 401,
    sentence: '您的学号/工号不在党员名册里，不能登录党员区。如果您是党员，请联系所在支部。',
  },
} as const satisfies Record<string, Said>

export type AccountRefusalCode = keyof typeof accountRefusals

/** Thrown by use cases; the HTTP side turns it into an answer. */
export class AccountRefusal extends Error {
  readonly code: AccountRefusalCode
  readonly details: Record<string, unknown>

  constructor(code: AccountRefusalCode, details: Record<string, unknown> = {}) {
    super(accountRefusals[code].sentence)
    this.name = 'AccountRefusal'
    this.code = code
    this.details = details
  }
}

export function refuseAccount(code: AccountRefusalCode, details: Record<string, unknown> = {}): never {
  throw new AccountRefusal(code, details)
}
