/** The three calls to the portal about a device's subscription. */

export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const NO_ANSWER = '没有连上服务器，请检查网络后再试。'

async function call<T>(path: string, method: string, body?: object): Promise<T> {
  const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`/push/${path}`, { method, cache: 'no-store', ...content }).catch(() => {
    throw new Refused(0, NO_ANSWER)
  })
  const answer = await response.json().catch(() => null)
  if (!response.ok) throw new Refused(response.status, answer?.error?.message ?? NO_ANSWER)
  return answer?.data
}

/** what the server encrypts for, base64url */
export const serverKey = async () => (await call<{ key: string }>('key', 'GET')).key

/** null where the server does not know this device (any more) */
export async function chosenFor({ endpoint }: PushSubscription): Promise<string[] | null> {
  try {
    return (await call<{ choices: string[] }>('subscription', 'POST', { endpoint })).choices
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return null
    throw error
  }
}

export const choose = (subscription: PushSubscription, choices: string[]) =>
  call('subscription', 'PUT', { subscription, choices })

export const forget = ({ endpoint }: PushSubscription) => call('subscription', 'DELETE', { endpoint })
