/** The college's log-in by CAS: a ticket comes back, and the CAS server itself is asked whose it is. */
import type { Core } from '@strapi/types'
import { type Environment, readEnvironment } from '../../environment'
import { readCasAnswer } from './cas-answer'
import { callbackOf, type Provider, SignOnProblem } from './provider'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 256 * 1024
const TICKET = /^ST-[\w.-]{1,250}$/

const validation = { '3': 'p3/serviceValidate', '2': 'serviceValidate' } as const

type Settings = { base: URL; attribute: string | null; path: string; name: string }

export function casSettings({ CAS_URL, CAS_NUMBER_ATTRIBUTE, CAS_VERSION, CAS_NAME }: Environment): Settings | null {
  if (!CAS_URL) return null
  const base = new URL(CAS_URL.endsWith('/') ? CAS_URL : `${CAS_URL}/`)
  return { base, attribute: CAS_NUMBER_ATTRIBUTE ?? null, path: validation[CAS_VERSION], name: CAS_NAME }
}

/** The same at both steps: a ticket is good for this address alone. */
function serviceOf(state: string): string {
  const url = callbackOf('cas')
  url.searchParams.set('state', state)
  return url.href
}

async function ask(url: URL): Promise<string> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  const bytes = await response.arrayBuffer()
  if (bytes.byteLength > MOST_BYTES) throw new Error('answered too much')
  return new TextDecoder().decode(bytes)
}

export function createCas(strapi: Core.Strapi): Provider {
  const settingsOrRefuse = () => casSettings(readEnvironment()) ?? SignOnProblem.refuse('SIGN_ON_OFF')

  return {
    async leadOut({ state }) {
      const url = new URL('login', settingsOrRefuse().base)
      url.searchParams.set('service', serviceOf(state))
      return url
    },

    async whoCameBack({ state }, search) {
      const settings = settingsOrRefuse()
      const asked = new URLSearchParams(search)
      const ticket = asked.get('ticket') ?? ''
      if (asked.get('state') !== state || !TICKET.test(ticket)) return SignOnProblem.refuse('SIGN_ON_FAILED')
      const url = new URL(settings.path, settings.base)
      url.search = new URLSearchParams({ service: serviceOf(state), ticket }).toString()
      try {
        return readCasAnswer(await ask(url), settings.attribute)
      } catch (error) {
        strapi.log.warn(`the college's log-in (CAS) did not say who came: ${String(error)}`)
        return SignOnProblem.refuse('SIGN_ON_FAILED')
      }
    },
  }
}
