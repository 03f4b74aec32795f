/** What every answer carries, of what type each file is, and how long it may be kept. */

/** @param framedBy sources that may show the page in a frame */
export const contentSecurityPolicy = (framedBy: string) =>
  [
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
    `frame-ancestors ${framedBy}`,
  ].join('; ')

export const securityHeaders = {
  'content-security-policy': contentSecurityPolicy("'none'"),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

/** Once a browser has heard it, it asks for nothing of this host but by https, on any port, for a year. */
export const strictTransport = { 'strict-transport-security': 'max-age=31536000' } as const

export const CHECK_EVERY_TIME = 'no-cache'
/** what the portal turns grey by: a page that is opened asks for it at most once a minute */
const KEEP_A_MINUTE = 'public, max-age=60'
const KEEP_AN_HOUR = 'public, max-age=3600'
const KEEP_A_DAY = 'public, max-age=86400'
const KEEP_A_YEAR = 'public, max-age=31536000, immutable'

/** `<content hash>-<width>.webp`: what the CMS makes of an uploaded picture; other bytes would have another name. */
const NAMED_BY_CONTENT = /^[0-9a-f]{16,}-\d+\.(?:webp|avif)$/

/**
 * Pages are asked for again each time (a 304 costs nothing); files named by their content are kept for good.
 * @param file path within the tree
 */
export function cacheControlOf(file: string): string {
  if (file === 'mourning.css') return KEEP_A_MINUTE
  if (file.startsWith('_astro/') || file.startsWith('cards/')) return KEEP_A_YEAR
  // otherwise browsers would use an old one for a day
  if (file === 'sw.js') return CHECK_EVERY_TIME
  return /\.(?:html|xml|json|webmanifest|txt|opml)$/.test(file) ? CHECK_EVERY_TIME : KEEP_A_DAY
}

export const cacheControlOfUpload = (name: string) => (NAMED_BY_CONTENT.test(name) ? KEEP_A_YEAR : KEEP_AN_HOUR)

/** Feed readers and chat windows show our pictures within their own pages; nothing else of ours belongs there. */
export const embeddingOf = (file: string) =>
  /\.(?:svg|png|jpe?g|gif|webp|avif|ico)$/.test(file) ? 'cross-origin' : 'same-origin'

const TEXT_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  xml: 'application/xml',
  css: 'text/css',
  js: 'text/javascript',
  txt: 'text/plain',
  vtt: 'text/vtt',
  opml: 'text/x-opml',
}
const OTHER_TYPES: Readonly<Record<string, string>> = {
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  mp3: 'audio/mpeg',
}

/** Feeds are plain XML: of more particular types browsers show the bytes, with the style sheet left out. */
export function contentTypeOf(file: string): string {
  if (file.endsWith('feed.json')) return 'application/feed+json; charset=utf-8'
  const extension = file.slice(file.lastIndexOf('.') + 1)
  const text = TEXT_TYPES[extension]
  return text ? `${text}; charset=utf-8` : (OTHER_TYPES[extension] ?? 'application/octet-stream')
}

/** What a browser would run in our name if it were opened there. */
const DANGEROUS = /\.(?:html?|xhtml|xht|shtml|svgz?|xml|xslt?|mathml|m?js|swf|jar|hta)$/i
const UPLOADS_POLICY = "script-src 'none'; object-src 'none'; frame-ancestors 'self'"
const DANGEROUS_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'"

/**
 * Uploads are files of people, not pages of ours: no scripts, and what could hold some is only ever downloaded. A sandbox for
 * all of them would keep browsers from showing PDF files.
 */
export function uploadHeadersOf(name: string): Record<string, string> {
  const isDangerous = DANGEROUS.test(name)
  return {
    'cache-control': cacheControlOfUpload(name),
    'content-security-policy': isDangerous ? DANGEROUS_POLICY : UPLOADS_POLICY,
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'cross-origin',
    ...(isDangerous ? { 'content-disposition': 'attachment' } : {}),
  }
}
