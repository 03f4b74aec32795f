/** Numbers, times and addresses in the words that the desk uses. */
const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const UNITS = ['KB', 'MB', 'GB', 'TB']
const STEP = 1000

/** `86 毫秒`, `1.2 秒`, `3 分 20 秒`, `2 小时 5 分`, `4 天` */
export function durationWords(ms: number): string {
  if (ms < SECOND_MS) return `${Math.round(ms)} 毫秒`
  if (ms < MINUTE_MS - 50) return `${(ms / SECOND_MS).toFixed(1)} 秒`
  if (ms < HOUR_MS) return twoUnits(ms, MINUTE_MS, '分', SECOND_MS, '秒')
  if (ms < DAY_MS) return twoUnits(ms, HOUR_MS, '小时', MINUTE_MS, '分')
  return `${Math.floor(ms / DAY_MS)} 天`
}

function twoUnits(ms: number, big: number, bigName: string, small: number, smallName: string): string {
  const rest = Math.floor((ms % big) / small)
  return `${Math.floor(ms / big)} ${bigName}${rest > 0 ? ` ${rest} ${smallName}` : ''}`
}

/** `4.2 MB`: powers of ten, as people read them on their disks */
export function sizeWords(bytes: number): string {
  let value = bytes / STEP
  let unit = 0
  while (value >= STEP && unit < UNITS.length - 1) {
    value /= STEP
    unit += 1
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${UNITS[unit]}`
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})
const day = new Intl.DateTimeFormat('zh-CN', { month: 'long', day: 'numeric' })
const dayOfYear = new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: 'long', day: 'numeric' })

/** `今天 10:31:07`, `11月23日 10:31:07`, `2025年11月23日` */
export function instantWords(instant: Date, now: Date): string {
  if (dayOfYear.format(instant) === dayOfYear.format(now)) return `今天 ${clock.format(instant)}`
  if (instant.getFullYear() !== now.getFullYear()) return dayOfYear.format(instant)
  return `${day.format(instant)} ${clock.format(instant)}`
}

const SITEMAP = /^\/sitemap(?:s\/[^/]+)?\.xml$/
const FEED = /(?:\.(?:xml|opml)|\/feed\.json)$/

/** How an address is called: the portal's own names where it has some. */
export function pageWords(address: string): string {
  if (address === '') return '（还没有网址）'
  if (address === '/') return '首页'
  if (address === '/404/') return '“找不到页面”的提示页'
  const readable = decodedAddress(address)
  if (SITEMAP.test(address)) return `站点地图 ${readable}`
  return FEED.test(address) ? `订阅源 ${readable}` : readable
}

/** The document's own page before those that only list or mention it. */
export function ownPageFirst(pages: string[], slug: string | null): string[] {
  const isOwn = (address: string) => slug !== null && address.endsWith(`/${slug}/`)
  return pages.toSorted((one, other) => Number(isOwn(other)) - Number(isOwn(one)))
}

function decodedAddress(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

/** A release is named by the UTC instant at which it was begun; another name is shown as it is. */
export function releaseWords(release: string, now: Date): string {
  const [, date, hours, minutes, seconds] = /^(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})/.exec(release) ?? []
  return date ? `${instantWords(new Date(`${date}T${hours}:${minutes}:${seconds}Z`), now)} 生成` : release
}
