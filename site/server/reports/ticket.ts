/** A form's ticket says when it was opened, and that this server gave it out: forms are filled in by people, who take a while. */
import { createHmac, timingSafeEqual } from 'node:crypto'

const LEAST_MS = 3000
const VALID_MS = 24 * 60 * 60 * 1000
const RADIX = 36

const sign = (opened: string, secret: string) => createHmac('sha256', secret).update(opened).digest('base64url')

export function issueTicket(secret: string, now: number): string {
  const opened = now.toString(RADIX)
  return `${opened}.${sign(opened, secret)}`
}

export type TicketState = 'good' | 'too fast' | 'unknown'

/** A form that was opened before the server started again, or came as a file, has no ticket of ours. */
export function checkTicket(ticket: string, secret: string, now: number): TicketState {
  const [opened = '', signature = ''] = ticket.split('.')
  const expected = Buffer.from(sign(opened, secret))
  const given = Buffer.from(signature)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return 'unknown'
  const age = now - Number.parseInt(opened, RADIX)
  if (age > VALID_MS) return 'unknown'
  return age < LEAST_MS ? 'too fast' : 'good'
}
