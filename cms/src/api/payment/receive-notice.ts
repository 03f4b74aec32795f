import type { IncomingHttpHeaders } from 'node:http'
import type { Core } from '@strapi/types'
import { paymentsOf } from '../../payments/payments'
import type { Notice, PaymentProvider, Reply } from '../../payments/provider'

async function book(strapi: Core.Strapi, { name }: PaymentProvider, notice: Notice) {
  try {
    return await paymentsOf(strapi).tell(name, notice)
  } catch (error) {
    strapi.log.error(`notice ${notice.noticeId} of ${name} was not taken: ${String(error)}`)
    return 'later'
  }
}

/** What a refused notice says is not written down: anybody may send one. */
export async function receiveNotice(
  strapi: Core.Strapi,
  provider: PaymentProvider,
  headers: IncomingHttpHeaders,
  rawBody: Buffer,
): Promise<Reply> {
  const read = provider.readCallback(headers, rawBody)
  if (read.ok) return provider.replyTo(await book(strapi, provider, read.notice))
  paymentsOf(strapi).noteRefusal(provider.name, read.refusal)
  return provider.replyTo('refused')
}
