/**
 * Calls of Alipay's gateway. The SDK signs and verifies; the transport is ours, because the SDK's `exec` verifies one part of an
 * answer and parses another: here nothing is parsed but the very bytes that are signed. Refusals are signed as well.
 */
import type { AlipaySdk } from 'alipay-sdk'
import { z } from 'zod'
import { done, failed, type Outcome, type ProblemCode } from '../../domain/payments/problems'
import { beijingTime } from '../beijing-time'
import { parseJson } from '../parse-json'

const TIMEOUT_MS = 10_000
const MAX_ANSWER_BYTES = 256 * 1024

export type AlipayMethod =
  | 'alipay.trade.query'
  | 'alipay.trade.close'
  | 'alipay.trade.refund'
  | 'alipay.trade.fastpay.refund.query'
export type AlipayGateway = (method: AlipayMethod, bizContent: Record<string, unknown>) => Promise<Outcome<unknown>>

const resultSchema = z.looseObject({ code: z.string(), sub_code: z.string().max(128).optional() })

const SUCCESS = '10000'
/** 20000: the gateway is out of service; the others say that it did not take the request to the business at all */
const common: Record<string, ProblemCode> = {
  '20000': 'BROKEN',
  '20001': 'CONFIGURATION',
  '40001': 'CONFIGURATION',
  '40002': 'CONFIGURATION',
  '40005': 'TOO_OFTEN',
  '40006': 'CONFIGURATION',
}
const business: Record<string, ProblemCode> = {
  'ACQ.SYSTEM_ERROR': 'BROKEN',
  'AOP.SYSTEM_ERROR': 'BROKEN',
  'ACQ.INVALID_PARAMETER': 'ORDER_INVALID',
  'ACQ.TRADE_HAS_SUCCESS': 'PAID_ALREADY',
  'ACQ.TRADE_HAS_CLOSE': 'CLOSED_ALREADY',
  'ACQ.SELLER_BALANCE_NOT_ENOUGH': 'NO_BALANCE',
  'ACQ.ACCESS_FORBIDDEN': 'CONFIGURATION',
}

function problemOf(code: string, subCode: string | undefined): Outcome<never> {
  const isSystem = subCode?.toUpperCase().endsWith('SYSTEM_ERROR') || subCode?.startsWith('aop.')
  const known = business[subCode ?? ''] ?? common[code] ?? 'REFUSED'
  return failed(isSystem ? 'BROKEN' : known, subCode ?? code)
}

/** `{"alipay_trade_query_response":{…},"sign":"…"}`; with certificates their number stands between the two. */
function signedPart(text: string, method: AlipayMethod): { part: string; sign: string } | null {
  const key = `${method.replaceAll('.', '_')}_response`
  const shape = new RegExp(
    `^\\s*\\{\\s*"${key}"\\s*:\\s*(\\{.*\\})\\s*,\\s*(?:"alipay_cert_sn"\\s*:\\s*"\\w*"\\s*,\\s*)?"sign"\\s*:\\s*"([A-Za-z0-9+/=]+)"\\s*\\}\\s*$`,
    's',
  )
  const [, part, sign] = shape.exec(text) ?? []
  return part === undefined ? null : { part, sign }
}

/** Public parameters belong into the address: `charset` is looked up there before the body is read. */
function requestOf(gateway: string, signed: string): { url: URL; body: URLSearchParams } {
  const url = new URL(gateway)
  const body = new URLSearchParams()
  for (const [name, value] of new URLSearchParams(signed)) {
    if (name === 'biz_content') body.set(name, value)
    else url.searchParams.set(name, value)
  }
  return { url, body }
}

async function readLimited(response: Response): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function read(sdk: AlipaySdk, method: AlipayMethod, text: string): Outcome<unknown> {
  const signed = signedPart(text, method)
  if (!signed || !sdk.rsaCheck(signed.part, signed.sign, 'RSA2')) return failed('UNVERIFIED')
  const result = resultSchema.safeParse(parseJson(signed.part))
  if (!result.success) return failed('MALFORMED')
  const { code, sub_code: subCode } = result.data
  return code === SUCCESS ? done(result.data as unknown) : problemOf(code, subCode)
}

export function createGateway(sdk: AlipaySdk, gateway: string, now: () => Date, timeout = TIMEOUT_MS): AlipayGateway {
  return async (method, bizContent) => {
    // the SDK would write the time of the server's zone, Alipay reads Beijing's
    const { url, body } = requestOf(gateway, sdk.sdkExecute(method, { timestamp: beijingTime(now()), bizContent }))
    try {
      const signal = AbortSignal.timeout(timeout)
      const response = await fetch(url, { method: 'POST', body, redirect: 'error', signal })
      const text = await readLimited(response)
      if (response.status !== 200) return failed('BROKEN', String(response.status))
      return text === null ? failed('MALFORMED', 'TOO_LARGE') : read(sdk, method, text)
    } catch (error) {
      return failed('UNREACHABLE', error instanceof Error ? error.name : null)
    }
  }
}
