/** What every answer carries, and how long each kind of file may be kept. */

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

export const securityHeaders = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

const CHECK_EVERY_TIME = 'no-cache'
const KEEP_A_DAY = 'public, max-age=86400'
const KEEP_A_YEAR = 'public, max-age=31536000, immutable'

/** Pages are asked for again each time (a 304 costs nothing); files named by their content are kept for good. */
export function cacheControlOf(file: string): string {
  if (file.includes('/_astro/')) return KEEP_A_YEAR
  return /\.(?:html|xml|json|webmanifest|txt)$/.test(file) ? CHECK_EVERY_TIME : KEEP_A_DAY
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml; charset=utf-8',
}

export const contentTypeOf = (file: string): string | undefined => CONTENT_TYPES[file.slice(file.lastIndexOf('/') + 1)]
