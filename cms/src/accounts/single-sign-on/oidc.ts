/** The college's log-in by OpenID Connect: code flow with PKCE, state and nonce; the library checks signature, issuer and audience. */
import type { Core } from '@strapi/types'
import * as client from 'openid-client'
import { type Environment, readEnvironment } from '../../environment'
import { callbackOf, type Provider, SignOnProblem } from './provider'

const TIMEOUT_S = 10
const CONFIGURATION_LASTS_MS = 60 * 60_000

type Settings = { issuer: URL; id: string; secret: string; claim: string; scope: string; name: string }

export function oidcSettings(environment: Environment): Settings | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, OIDC_NUMBER_CLAIM, OIDC_SCOPE, OIDC_NAME } = environment
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID || !OIDC_CLIENT_SECRET) return null
  return {
    ...{ issuer: new URL(OIDC_ISSUER), id: OIDC_CLIENT_ID, secret: OIDC_CLIENT_SECRET },
    ...{ claim: OIDC_NUMBER_CLAIM, scope: OIDC_SCOPE, name: OIDC_NAME },
  }
}

const configure = ({ issuer, id, secret }: Settings) =>
  client.discovery(issuer, id, secret, undefined, {
    timeout: TIMEOUT_S,
    // the settings take http:// for this machine alone
    execute: issuer.protocol === 'http:' ? [client.allowInsecureRequests] : [],
  })

const text = (value: unknown) => (typeof value === 'number' || typeof value === 'string' ? String(value) : null)

/** In the ID token, or where it is not there, at the user-info endpoint. */
async function numberOf(
  config: client.Configuration,
  tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers,
  claim: string,
) {
  const claims = tokens.claims()
  const given = text(claims?.[claim])
  if (given !== null || !claims || !config.serverMetadata().userinfo_endpoint) return given
  return text((await client.fetchUserInfo(config, tokens.access_token, claims.sub))[claim])
}

export function createOidc(strapi: Core.Strapi): Provider {
  let known: { config: Promise<client.Configuration>; atMs: number } | null = null

  async function configurationOf(settings: Settings, now: Date): Promise<client.Configuration> {
    if (!known || now.getTime() - known.atMs > CONFIGURATION_LASTS_MS)
      known = { config: configure(settings), atMs: now.getTime() }
    try {
      return await known.config
    } catch (error) {
      // asked again the next time
      known = null
      throw error
    }
  }

  const settingsOrRefuse = () => oidcSettings(readEnvironment()) ?? SignOnProblem.refuse('SIGN_ON_OFF')

  return {
    async leadOut({ state, nonce, verifier }, now) {
      const settings = settingsOrRefuse()
      const config = await configurationOf(settings, now)
      const challenge = await client.calculatePKCECodeChallenge(verifier)
      return client.buildAuthorizationUrl(config, {
        ...{ redirect_uri: callbackOf('oidc').href, scope: settings.scope, state, nonce },
        ...{ code_challenge: challenge, code_challenge_method: 'S256' },
      })
    },

    async whoCameBack({ state, nonce, verifier }, search, now) {
      const settings = settingsOrRefuse()
      const config = await configurationOf(settings, now)
      const url = callbackOf('oidc')
      url.search = search
      try {
        const tokens = await client.authorizationCodeGrant(config, url, {
          ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
        })
        return await numberOf(config, tokens, settings.claim)
      } catch (error) {
        const isCancelled = (error as { error?: unknown }).error === 'access_denied'
        strapi.log.warn(`the college's log-in (OIDC) did not say who came: ${String(error)}`)
        return SignOnProblem.refuse(isCancelled ? 'SIGN_ON_CANCELLED' : 'SIGN_ON_FAILED')
      }
    },
  }
}
