/** Checks a preview link that the CMS signed (cms/src/domain/preview/link.ts). What it opens, only the CMS says. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const PURPOSE = 'preview-link-1'

const grantSchema = z.object({
  kind: z.string(),
  documentId: z.string(),
  status: z.enum(['draft', 'published']),
  /** milliseconds since 1970 */
  expires: z.number().int().positive(),
})
export type PreviewGrant = z.infer<typeof grantSchema>
export type CheckedLink = { state: 'foreign' } | { state: 'expired' } | { state: 'valid'; grant: PreviewGrant }

export function checkLink(link: string, secret: string, now: Date): CheckedLink {
  const [payload = '', signature = '', ...rest] = link.split('.')
  const given = Buffer.from(signature)
  const expected = Buffer.from(createHmac('sha256', secret).update(`${PURPOSE}.${payload}`).digest('base64url'))
  if (rest.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected))
    return { state: 'foreign' }
  const grant = grantSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return grant.expires > now.getTime() ? { state: 'valid', grant } : { state: 'expired' }
}
