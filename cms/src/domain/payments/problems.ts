/**
 * What may come of asking a provider for something. `nothingDone`: the provider has certainly not done it. Everything else is
 * unclear and must be asked about (`query`, `queryRefund`) before it is tried again under another number.
 */
export const paymentProblems = {
  ORDER_INVALID: { nothingDone: true, sentence: '订单的内容不符合支付平台的要求，没有提交。' },
  WAY_NOT_OPEN: { nothingDone: true, sentence: '这种付款方式没有开通，请换一种方式。' },
  CONFIGURATION: { nothingDone: true, sentence: '支付平台不认我们的商户设置，请联系平台管理员。' },
  TOO_OFTEN: { nothingDone: true, sentence: '操作太频繁，请过一分钟再试。' },
  PAID_ALREADY: { nothingDone: true, sentence: '这笔订单已经付过了。' },
  CLOSED_ALREADY: { nothingDone: true, sentence: '这笔订单已经关闭，请重新发起付款。' },
  NO_BALANCE: { nothingDone: true, sentence: '商户账户的可用余额不够退款，请充值或等资金到账后再试。' },
  REFUSED: { nothingDone: true, sentence: '支付平台没有受理。' },
  UNREACHABLE: { nothingDone: false, sentence: '支付平台没有响应，结果还不清楚，稍后会自动查询。' },
  BROKEN: { nothingDone: false, sentence: '支付平台出了故障，结果还不清楚，稍后会自动查询。' },
  UNVERIFIED: { nothingDone: false, sentence: '支付平台的答复没有通过签名验证，没有采信。' },
  MALFORMED: { nothingDone: false, sentence: '看不懂支付平台的答复，没有采信。' },
  MISMATCH: { nothingDone: false, sentence: '支付平台答复的商户、订单、币种或金额与我们的不一致，没有采信。' },
} as const satisfies Record<string, { nothingDone: boolean; sentence: string }>

export type ProblemCode = keyof typeof paymentProblems

/** `providerCode`: what the provider itself called it, for the log and for its support. Never the payer's data. */
export type Problem = { code: ProblemCode; providerCode: string | null }

export const isNothingDone = ({ code }: Problem): boolean => paymentProblems[code].nothingDone

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem }

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value })
export const failed = (code: ProblemCode, providerCode: string | null = null): Outcome<never> => ({
  ok: false,
  problem: { code, providerCode },
})
