/** WeChat Pay as far as we use it: each request is verified, each answer signed. */
import { type Answered, type Fault, startFaultyServer } from '../faults.ts'
import { makePair } from '../keys.ts'
import { handle, no, type Result } from './acts.ts'
import { isSignedBy, type Signer, signed } from './sign.ts'
import { API_KEY, APP_ID, MERCHANT_ID, MERCHANT_SERIAL, PUBLIC_KEY_ID, type WechatServer, wechatTime } from './state.ts'

const BALANCE_FEN = 100_000_000

function answerOf(server: WechatServer, [status, value]: Result, fault: Fault | undefined): Answered {
  const twisted = value && status < 300 ? server.twist(value) : value
  const padded = fault === 'oversized' ? { ...twisted, padding: 'x'.repeat(1024 * 1024) } : twisted
  const body = padded ? JSON.stringify(padded) : ''
  const signer = fault === 'forged' ? { ...server.signer, privateKey: server.merchant.privateKey } : server.signer
  const headers = fault === 'unsigned' ? {} : signed(signer, body, Date.now() - (fault === 'stale' ? 600_000 : 0))
  return { status, headers: { ...headers, 'content-type': 'application/json; charset=utf-8' }, body }
}

export async function startWechatServer(signer?: Signer): Promise<WechatServer> {
  const merchant = makePair()
  const platform = makePair()
  const nonces = new Set<string>()
  const who = { id: MERCHANT_ID, serial: MERCHANT_SERIAL, publicKey: merchant.publicKey }
  const http = await startFaultyServer((asked, fault) => {
    const isKnown = isSignedBy(who, asked, nonces)
    return answerOf(server, isKnown ? handle(server, asked) : no(401, 'SIGN_ERROR'), fault)
  })
  const server: WechatServer = Object.assign(http, {
    ...{ merchant, platform, signer: signer ?? { serial: PUBLIC_KEY_ID, privateKey: platform.privateKey } },
    ...{ orders: new Map(), refunds: new Map(), balance: BALANCE_FEN },
    twist: (body: Record<string, unknown>) => body,
    pay: (orderNo: string) => {
      const order = server.orders.get(orderNo)
      if (order) Object.assign(order, { state: 'SUCCESS', paidAt: wechatTime() })
    },
    reset: () => {
      for (const list of [server.faults, server.asked]) list.length = 0
      for (const known of [server.orders, server.refunds]) known.clear()
      Object.assign(server, { balance: BALANCE_FEN, twist: (body: object) => body })
    },
  })
  return server
}

/** What an operator would have entered, read. */
export const wechatSettings = ({ merchant, platform, origin }: WechatServer) => ({
  ...{ appId: APP_ID, merchantId: MERCHANT_ID, merchantSerial: MERCHANT_SERIAL, apiKey: API_KEY },
  merchantKey: merchant.privateKey,
  platformKeys: { [PUBLIC_KEY_ID]: platform.publicKey },
  ways: ['native', 'h5', 'jsapi'] as const,
  api: origin,
  notifyUrl: 'https://dj.example.edu.cn/api/payments/wechat/notify',
})
