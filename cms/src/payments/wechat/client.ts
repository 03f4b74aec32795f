/**
 * Calls of WeChat Pay's API v3. The SDK signs requests and verifies the signature and age of every answer of 2xx before it is
 * parsed. Answers of 4xx and 5xx need no signature (WeChat Pay's own SDKs do not ask for one either): nothing is booked by them.
 */
import { Decorator } from 'wechatpay-axios-plugin'
import { z } from 'zod'
import { done, failed, type Outcome, type ProblemCode } from '../../domain/payments/problems'
import type { WechatSettings } from '../settings/wechat'

const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 256 * 1024

export type Call = { method: 'GET' | 'POST'; path: string; params?: Record<string, string>; data?: object }
/** what WeChat Pay said no with, or the parsed body, still unknown */
export type WechatClient = (call: Call) => Promise<Outcome<unknown>>

const errorSchema = z.object({
  code: z.string().optional(),
  response: z.object({ status: z.number(), data: z.unknown() }).optional(),
})
const refusalSchema = z.object({ code: z.string().regex(/^[A-Z_]{2,64}$/) })

/** Codes of the common table and of the tables of single calls, in both spellings where there are two. */
const problems: Record<string, ProblemCode> = {
  SIGN_ERROR: 'CONFIGURATION',
  NO_AUTH: 'CONFIGURATION',
  MCH_NOT_EXISTS: 'CONFIGURATION',
  MCHID_NOT_EXIST: 'CONFIGURATION',
  APPID_MCHID_NOT_MATCH: 'CONFIGURATION',
  FREQUENCY_LIMITED: 'TOO_OFTEN',
  FREQUENCY_LIMIT_EXCEED: 'TOO_OFTEN',
  RATELIMIT_EXCEEDED: 'TOO_OFTEN',
  ORDERPAID: 'PAID_ALREADY',
  ORDER_PAID: 'PAID_ALREADY',
  ORDER_CLOSED: 'CLOSED_ALREADY',
  ORDERCLOSED: 'CLOSED_ALREADY',
  NOT_ENOUGH: 'NO_BALANCE',
  PARAM_ERROR: 'ORDER_INVALID',
  OPENID_MISMATCH: 'ORDER_INVALID',
  SYSTEM_ERROR: 'BROKEN',
  BANK_ERROR: 'BROKEN',
}

function problemOf(error: unknown): Outcome<never> {
  const { data: known } = errorSchema.safeParse(error)
  if (known?.code?.startsWith('EV3_RES_')) return failed('UNVERIFIED', known.code)
  if (!known?.response) return failed('UNREACHABLE', known?.code ?? null)
  const { status, data } = known.response
  if (status < 300) return failed('UNREACHABLE', known.code ?? null)
  const refusal = refusalSchema.safeParse(data)
  // a gateway on the way answers in a form of its own: nobody knows what became of the request
  if (status >= 500 || !refusal.success) return failed('BROKEN', refusal.data?.code ?? String(status))
  return failed(problems[refusal.data.code] ?? 'REFUSED', refusal.data.code)
}

export function createWechatClient(settings: WechatSettings, timeout = TIMEOUT_MS): WechatClient {
  const [askedKey] = Object.keys(settings.platformKeys)
  // the SDK's types leave out what it hands on to axios
  const options = {
    mchid: settings.merchantId,
    serial: settings.merchantSerial,
    privateKey: settings.merchantKey,
    certs: settings.platformKeys,
    baseURL: settings.api,
    maxRedirects: 0,
    // as with fetch at Alipay: HTTPS_PROXY is for npm
    proxy: false as const,
    maxContentLength: MAX_ANSWER_BYTES,
    // a merchant with certificates and a public key is answered with the certificate, unless it says which it has
    headers: { 'Wechatpay-Serial': askedKey },
  }
  const http = Decorator.jsonBased(options)
  return async ({ method, path, params, data }) => {
    try {
      const { data: body } = await http.request({
        method,
        url: path,
        params,
        data,
        signal: AbortSignal.timeout(timeout),
      })
      return done(body as unknown)
    } catch (error) {
      return problemOf(error)
    }
  }
}
