/** The college's log-in, of both kinds, on this machine: a real OpenID provider, and a small server that speaks CAS 3.0. */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

type Handler = (request: IncomingMessage, response: ServerResponse) => void
export type Server = { url: string; stop: () => Promise<void> }

async function listen(makeHandler: (url: string) => Handler): Promise<Server> {
  const server = http.createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  server.on('request', makeHandler(url))
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return { url, stop }
}

const LASTS_S = 600

export const CLIENT = { id: 'portal', secret: 'portal-secret-0123456789' }

/** Whoever comes is asked for nothing: `who.number` is logged in, or null says no. */
export async function startOpenIdProvider(who: { number: string | null }, redirectUri: string): Promise<Server> {
  return listen((url) => {
    const provider = new Provider(url, {
      clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [redirectUri] }],
      claims: { openid: ['sub'], profile: ['student_number'] },
      conformIdTokenClaims: false,
      features: { devInteractions: { enabled: false } },
      cookies: { keys: ['only for a test'] },
      jwks: {
        keys: [
          { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), use: 'sig' },
        ],
      },
      ttl: { Interaction: LASTS_S, Session: LASTS_S, Grant: LASTS_S, AccessToken: LASTS_S, IdToken: LASTS_S },
      interactions: { url: (_ctx, interaction) => `/interaction/${interaction.uid}` },
      findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id, student_number: who.number ?? '' }) }),
    })
    const answer = provider.callback()
    return async (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response)
      const { prompt, params, session } = await provider.interactionDetails(request, response)
      if (who.number === null) {
        return provider.interactionFinished(request, response, { error: 'access_denied', error_description: '取消' })
      }
      if (prompt.name === 'login') {
        return provider.interactionFinished(request, response, { login: { accountId: 'somebody' } })
      }
      const grant = new provider.Grant({ accountId: session?.accountId, clientId: String(params.client_id) })
      grant.addOIDCScope('openid profile')
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
    }
  })
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A ticket is good once, and for the service it was made for. */
export async function startCasServer(who: { number: string | null }): Promise<Server> {
  const tickets = new Map<string, { service: string; number: string }>()
  const wrap = (inner: string) =>
    `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">${inner}</cas:serviceResponse>`

  return listen((base) => (request, response) => {
    const url = new URL(request.url ?? '/', base)
    const service = url.searchParams.get('service') ?? ''
    if (url.pathname === '/cas/login' && who.number !== null) {
      const ticket = `ST-${tickets.size + 1}-${randomBytes(12).toString('hex')}`
      tickets.set(ticket, { service, number: who.number })
      const back = new URL(service)
      back.searchParams.set('ticket', ticket)
      response.writeHead(302, { location: back.href }).end()
      return
    }
    if (url.pathname === '/cas/p3/serviceValidate') {
      const ticket = url.searchParams.get('ticket') ?? ''
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      const isGood = found?.service === service
      const body = isGood
        ? `<cas:authenticationSuccess><cas:user>u-1</cas:user><cas:attributes><cas:employeeNumber>${escaped(found.number)}</cas:employeeNumber></cas:attributes></cas:authenticationSuccess>`
        : '<cas:authenticationFailure code="INVALID_TICKET">not recognised</cas:authenticationFailure>'
      response.writeHead(200, { 'content-type': 'application/xml' }).end(wrap(body))
      return
    }
    response.writeHead(404).end()
  })
}
