/** The page 新稿提醒 and the service worker ask here: the key, and a device's own subscription. Knowing its address is the proof. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Announcements } from '../../push/announcements.ts'
import { isKnownService, type Services } from '../../push/services.ts'
import type { Subscriptions } from '../../push/subscriptions.ts'
import { callerOf, createRateLimit } from './caller.ts'
import { refuse } from './refusals.ts'
import { deviceSchema, subscribeSchema } from './request.ts'

const MAX_BODY_BYTES = 8 * 1024
/** Each costs some bytes and a message now and then; what is dead goes at the next message. */
const MOST_DEVICES = 50_000
const LIMIT = { requests: 60, withinMs: 10 * 60_000 }

export type SubscriptionParts = {
  subscriptions: Subscriptions
  announcements: Announcements
  services: Services
  publicKey: string
}

const codeOf = (error: unknown) => (error as { statusCode?: number }).statusCode ?? 500

export function serveSubscriptions(app: FastifyInstance, parts: SubscriptionParts) {
  const { subscriptions, announcements, services, publicKey } = parts
  const isWithin = createRateLimit(LIMIT)
  const bodyLimit = MAX_BODY_BYTES

  app.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (!isWithin(callerOf(request.raw)))
      return refuse(reply.header('retry-after', LIMIT.withinMs / 1000), 'TOO_MANY_REQUESTS')
  })
  app.setErrorHandler((error, request, reply) => {
    const status = codeOf(error)
    // the body is not logged: the address of a device is its secret
    if (status >= 500) request.log.error({ err: error }, 'push request failed')
    return refuse(reply, status >= 500 ? 'FAILED' : status === 413 ? 'TOO_LARGE' : 'MALFORMED_REQUEST')
  })

  app.get('/key', async () => ({ data: { key: publicKey } }))

  app.put('/subscription', { bodyLimit }, async (request: FastifyRequest, reply: FastifyReply) => {
    const parsed = subscribeSchema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 'MALFORMED_REQUEST')
    const { subscription } = parsed.data
    if (!isKnownService(subscription.endpoint, services)) return refuse(reply, 'UNKNOWN_PUSH_SERVICE')
    if ('replaces' in parsed.data) {
      const isTakenOver = subscriptions.replace(parsed.data.replaces, subscription)
      return isTakenOver ? { data: {} } : refuse(reply, 'NOT_SUBSCRIBED')
    }
    const choices = [...new Set(parsed.data.choices)]
    if (choices.length === 0) return refuse(reply, 'NOTHING_CHOSEN')
    if (!subscriptions.byEndpoint(subscription.endpoint) && subscriptions.count() >= MOST_DEVICES)
      return refuse(reply, 'TOO_MANY_DEVICES')
    subscriptions.put(subscription, choices, announcements.last())
    return { data: { choices } }
  })

  app.post('/subscription', { bodyLimit }, async (request: FastifyRequest, reply: FastifyReply) => {
    const parsed = deviceSchema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 'MALFORMED_REQUEST')
    const known = subscriptions.byEndpoint(parsed.data.endpoint)
    return known ? { data: { choices: known.choices } } : refuse(reply, 'NOT_SUBSCRIBED')
  })

  app.delete('/subscription', { bodyLimit }, async (request: FastifyRequest, reply: FastifyReply) => {
    const parsed = deviceSchema.safeParse(request.body)
    if (!parsed.success) return refuse(reply, 'MALFORMED_REQUEST')
    subscriptions.removeByEndpoint(parsed.data.endpoint)
    return { data: {} }
  })
}
