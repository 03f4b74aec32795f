/** What a browser does between servers: follows redirects, and keeps each server's cookies by their paths. */
type Cookie = { name: string; value: string; path: string }
export type Visit = { url: URL; status: number; location: string | null; setCookie: string[] }

const MOST_STEPS = 20

export class Browser {
  private readonly cookies = new Map<string, Cookie[]>()

  private keep(origin: string, lines: string[]) {
    for (const line of lines) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim())
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice('path='.length) ?? '/'
      const others = (this.cookies.get(origin) ?? []).filter((one) => one.name !== name || one.path !== path)
      this.cookies.set(origin, value === '' ? others : [...others, { name, value, path }])
    }
  }

  cookiesFor({ origin, pathname }: URL): string {
    const fitting = (this.cookies.get(origin) ?? []).filter(({ path }) => pathname.startsWith(path))
    return fitting.map(({ name, value }) => `${name}=${value}`).join('; ')
  }

  async visit(url: URL): Promise<Visit> {
    const cookie = this.cookiesFor(url)
    const response = await fetch(url, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    const setCookie = response.headers.getSetCookie()
    this.keep(url.origin, setCookie)
    await response.arrayBuffer()
    return { url, status: response.status, location: response.headers.get('location'), setCookie }
  }

  /** @param until stops before an address is visited */
  async follow(start: URL, until: (next: URL) => boolean): Promise<{ next: URL; last: Visit }> {
    let last = await this.visit(start)
    for (let step = 0; step < MOST_STEPS; step += 1) {
      if (!last.location) throw new Error(`${last.url.href} answered ${last.status} and led nowhere`)
      const next = new URL(last.location, last.url)
      if (until(next)) return { next, last }
      last = await this.visit(next)
    }
    throw new Error('led in circles')
  }
}
