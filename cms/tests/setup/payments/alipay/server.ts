/** Alipay's gateway as far as we use it: each request is verified, each answer signed. */
import { type Answered, type Asked, type Fault, startFaultyServer } from '../faults.ts'
import { makePair } from '../keys.ts'
import { type Body, handle, invalid, openPage } from './acts.ts'
import { signText } from './sign.ts'
import { type AlipayServer, APP_ID, alipayTime, SELLER_ID } from './state.ts'

const BALANCE_FEN = 100_000_000

function answerOf(server: AlipayServer, method: string, value: Body, fault: Fault | undefined): Answered {
  const twisted = value.code === '10000' ? server.twist(value) : value
  const part = JSON.stringify(fault === 'oversized' ? { ...twisted, padding: 'x'.repeat(1024 * 1024) } : twisted)
  const key = fault === 'forged' ? server.app.privateKey : server.alipay.privateKey
  const name = `${method.replaceAll('.', '_')}_response`
  const sign = fault === 'unsigned' ? '' : `,"sign":"${signText(part, key)}"`
  const headers = { 'content-type': 'text/html;charset=utf-8' }
  return { status: 200, headers, body: server.tamper(`{"${name}":${part}${sign}}`) }
}

function respond(server: AlipayServer, { method, url, body }: Asked, fault: Fault | undefined): Answered {
  const fields = Object.fromEntries([...url.searchParams, ...new URLSearchParams(body)])
  if (method === 'GET') return { status: 200, headers: { 'content-type': 'text/html' }, body: openPage(server, fields) }
  // as the real one: without the charset in the address the body is read as GBK
  const isRead = url.searchParams.get('charset')?.toLowerCase() === 'utf-8'
  return answerOf(server, fields.method, isRead ? handle(server, fields) : invalid('isv.invalid-signature'), fault)
}

export async function startAlipayServer(): Promise<AlipayServer> {
  const http = await startFaultyServer((asked, fault) => respond(server, asked, fault))
  const server: AlipayServer = Object.assign(http, {
    ...{ app: makePair(), alipay: makePair(), trades: new Map(), balance: BALANCE_FEN },
    gateway: `${http.origin}/gateway.do`,
    twist: (body: Body) => body,
    tamper: (text: string) => text,
    open: async (url: string) => (await fetch(url)).text(),
    pay: (orderNo: string) => {
      const trade = server.trades.get(orderNo)
      if (trade) Object.assign(trade, { status: 'TRADE_SUCCESS', paidAt: alipayTime() })
    },
    reset: () => {
      for (const list of [server.faults, server.asked]) list.length = 0
      server.trades.clear()
      Object.assign(server, { balance: BALANCE_FEN, twist: (body: Body) => body, tamper: (text: string) => text })
    },
  })
  return server
}

/** What an operator would have entered, read. */
export const alipaySettings = ({ app, alipay, gateway }: AlipayServer) => ({
  ...{ appId: APP_ID, sellerId: SELLER_ID, gateway, appKey: app.privateKey, alipayKey: alipay.publicKey },
  notifyUrl: 'https://dj.example.edu.cn/api/payments/alipay/notify',
})
