/** Which providers are open, and who is told of their notices. Nothing here books anything. */
import type { Core } from '@strapi/types'
import type { ProviderName } from '../domain/payments/order'
import type { Notice, PaymentProvider, Taken } from './provider'
import { createRefusalLog, type NoteRefusal } from './refusal-log'
import { readAlipaySettings } from './settings/alipay'
import type { PaymentEnvironment } from './settings/shape'
import { readWechatSettings } from './settings/wechat'

export const PAYMENTS = 'payments'

export type Providers = Partial<Record<ProviderName, PaymentProvider>>

/**
 * Books a verified notice, whatever number of times it comes. `taken` only after the commit: the provider then never sends it
 * again. What is thrown is logged and answered with `later`.
 */
export type OnNotice = (provider: ProviderName, notice: Notice) => Promise<Taken>

export type Payments = {
  providers: Providers
  onNotice(take: OnNotice): void
  tell: OnNotice
  noteRefusal: NoteRefusal
}

/**
 * The SDKs take half a second to load: who has no provider does not wait for them.
 * @throws PaymentSettingError that names the setting; the CMS then does not start
 */
export async function openProviders(environment: PaymentEnvironment, now = () => new Date()): Promise<Providers> {
  const providers: Providers = {}
  const wechat = readWechatSettings(environment, now())
  if (wechat) providers.wechat = (await import('./wechat/provider')).createWechatProvider(wechat, now)
  const alipay = readAlipaySettings(environment)
  if (alipay) providers.alipay = (await import('./alipay/provider')).createAlipayProvider(alipay, now)
  return providers
}

/** Call in `register`. Until somebody takes notices, providers are told to come again. */
export async function registerPayments(strapi: Core.Strapi, environment: PaymentEnvironment) {
  let take: OnNotice = async () => 'later'
  const payments: Payments = {
    providers: await openProviders(environment),
    onNotice: (other) => {
      take = other
    },
    tell: (provider, notice) => take(provider, notice),
    noteRefusal: createRefusalLog((line) => strapi.log.warn(line)),
  }
  strapi.add(PAYMENTS, payments)
}

export const paymentsOf = (strapi: Core.Strapi): Payments => strapi.get(PAYMENTS) as Payments
