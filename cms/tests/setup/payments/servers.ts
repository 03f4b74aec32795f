/** Both providers, and the settings with which a CMS that starts afterwards finds them. */
import { startAlipayServer } from './alipay/server.ts'
import * as alipayState from './alipay/state.ts'
import { privatePem, publicPem } from './keys.ts'
import { startWechatServer } from './wechat/server.ts'
import * as wechatState from './wechat/state.ts'

export type PaymentServers = {
  wechat: wechatState.WechatServer
  alipay: alipayState.AlipayServer
  stop: () => Promise<void>
}

const settingsFor = (wechat: wechatState.WechatServer, alipay: alipayState.AlipayServer) => ({
  WECHAT_PAY_APP_ID: wechatState.APP_ID,
  WECHAT_PAY_MERCHANT_ID: wechatState.MERCHANT_ID,
  WECHAT_PAY_MERCHANT_SERIAL: wechatState.MERCHANT_SERIAL,
  WECHAT_PAY_MERCHANT_KEY: privatePem(wechat.merchant).replaceAll('\n', '\\n'),
  WECHAT_PAY_API_KEY: wechatState.API_KEY,
  WECHAT_PAY_PUBLIC_KEY_ID: wechatState.PUBLIC_KEY_ID,
  WECHAT_PAY_PUBLIC_KEY: publicPem(wechat.platform),
  WECHAT_PAY_WAYS: 'native,h5,jsapi',
  WECHAT_PAY_API: wechat.origin,
  ALIPAY_APP_ID: alipayState.APP_ID,
  ALIPAY_SELLER_ID: alipayState.SELLER_ID,
  ALIPAY_APP_KEY: privatePem(alipay.app),
  ALIPAY_PUBLIC_KEY: publicPem(alipay.alipay),
  ALIPAY_GATEWAY: alipay.gateway,
})

/** Call before `startCms`. */
export async function startPaymentServers(): Promise<PaymentServers> {
  const [wechat, alipay] = await Promise.all([startWechatServer(), startAlipayServer()])
  const settings = settingsFor(wechat, alipay)
  Object.assign(process.env, settings)
  return {
    wechat,
    alipay,
    stop: async () => {
      for (const name of Object.keys(settings)) delete process.env[name]
      await Promise.all([wechat.stop(), alipay.stop()])
    },
  }
}
