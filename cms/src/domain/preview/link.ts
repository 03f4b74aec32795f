/** A preview link: who holds it may see one document as it is in the desk, for a quarter of an hour. site/server/preview/link.ts reads it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { type Kind, kinds } from '../content/kinds'

export const LINK_VALID_MS = 15 * 60_000

/** Signed with every link, so that nothing else that this secret may ever sign passes for one. */
const PURPOSE = 'preview-link-1'

const grantSchema = z.strictObject({
  kind: z.enum(kinds as [Kind, ...Kind[]]),
  documentId: z.string().min(1).max(40),
  status: z.enum(['draft', 'published']),
  /** milliseconds since 1970 */
  expires: z.number().int().positive(),
})
export type PreviewGrant = z.infer<typeof grantSchema>

const signatureOf = (payload: string, secret: string) =>
  createHmac('sha256', secret).update(`${PURPOSE}.${payload}`).digest('base64url')

export function signLink(grant: PreviewGrant, secret: string): string {
  const payload = Buffer.from(JSON.stringify(grant)).toString('base64url')
  return `${payload}.${signatureOf(payload, secret)}`
}

/** @returns what the link allows at `now`, or null: not ours, altered or expired */
export function readLink(link: string, secret: string, now: Date): PreviewGrant | null {
  const [payload = '', signature = '', ...rest] = link.split('.')
  const given = Buffer.from(signature)
  const expected = Buffer.from(signatureOf(payload, secret))
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null
  const grant = grantSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return grant.expires > now.getTime() ? grant : null
}
