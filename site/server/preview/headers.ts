/** A preview is for one pair of eyes: kept by nobody, found by nobody, framed by the desk alone. */
import { contentSecurityPolicy } from '../headers.ts'

export const previewHeaders = (deskOrigins: readonly string[]) => ({
  'content-security-policy': contentSecurityPolicy(deskOrigins.join(' ')),
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex, nofollow',
  // the address is the key
  'referrer-policy': 'no-referrer',
})
