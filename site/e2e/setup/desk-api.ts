/** What the desk's own pages ask for, without its pages. */
import { type APIRequestContext, expect } from '@playwright/test'
import type { Account } from './first-login.ts'

type Entry = { documentId: string }

/** The CMS lets an account log in five times within five minutes. */
const REUSED_FOR_MS = 5 * 60_000
const tokens = new Map<string, { token: string; at: number }>()

export class DeskApi {
  private readonly request: APIRequestContext
  private readonly url: string
  private readonly headers: Record<string, string>

  private constructor(request: APIRequestContext, url: string, token: string) {
    this.request = request
    this.url = url
    this.headers = { authorization: `Bearer ${token}` }
  }

  /** @param deskUrl with /admin at its end */
  static async logIn(request: APIRequestContext, deskUrl: string, { email, password }: Account): Promise<DeskApi> {
    const known = tokens.get(email)
    if (known && Date.now() - known.at < REUSED_FOR_MS)
      return new DeskApi(request, new URL(deskUrl).origin, known.token)
    const response = await request.post(`${deskUrl}/login`, { data: { email, password } })
    expect(response.status()).toBe(200)
    const { data } = (await response.json()) as { data: { token: string } }
    tokens.set(email, { token: data.token, at: Date.now() })
    return new DeskApi(request, new URL(deskUrl).origin, data.token)
  }

  async create(kind: string, data: object): Promise<Entry> {
    const url = `${this.url}/content-manager/collection-types/api::${kind}.${kind}`
    const response = await this.request.post(url, { headers: this.headers, data })
    expect(response.status(), await response.text()).toBe(201)
    return ((await response.json()) as { data: Entry }).data
  }

  async publish(kind: string, documentId: string): Promise<void> {
    const url = `${this.url}/content-manager/collection-types/api::${kind}.${kind}/${documentId}/actions/publish`
    const response = await this.request.post(url, { headers: this.headers, data: {} })
    expect(response.status(), await response.text()).toBe(200)
  }

  /** Of a kind with a single entry. */
  async saveSingle(kind: string, data: object): Promise<void> {
    const url = `${this.url}/content-manager/single-types/api::${kind}.${kind}`
    const response = await this.request.put(url, { headers: this.headers, data })
    expect(response.status(), await response.text()).toBe(200)
  }

  /** A column as a form names it. */
  async column(slug: string) {
    const { id, documentId } = await this.find('column', slug)
    return { connect: [{ id, documentId }], disconnect: [] }
  }

  async find(kind: string, slug: string) {
    const url = `${this.url}/content-manager/collection-types/api::${kind}.${kind}`
    const response = await this.request.get(url, { headers: this.headers, params: { 'filters[slug][$eq]': slug } })
    const { results } = (await response.json()) as { results: (Entry & { id: number })[] }
    const [found] = results
    if (!found) throw new Error(`there is no ${kind} ${slug}`)
    return found
  }

  async plan(kind: string, documentId: string, plan: { publishAt?: Date; unpublishAt?: Date }): Promise<void> {
    const data = { publishAt: null, unpublishAt: null, ...plan }
    const response = await this.request.put(this.planUrl(kind, documentId), { headers: this.headers, data })
    expect(response.status(), await response.text()).toBe(200)
  }

  /** When it is planned to come out. */
  async publishAt(kind: string, documentId: string): Promise<string | null> {
    const response = await this.request.get(this.planUrl(kind, documentId), { headers: this.headers })
    const { data } = (await response.json()) as { data: { publish: { dueAt: string } | null } }
    return data.publish?.dueAt ?? null
  }

  private planUrl(kind: string, documentId: string): string {
    return `${this.url}/admin/schedules/documents/api::${kind}.${kind}/${documentId}`
  }

  /** @param documentId null for a kind with a single entry */
  async previewLink(kind: string, documentId: string | null): Promise<string> {
    const url = `${this.url}/content-manager/preview/url/api::${kind}.${kind}`
    const response = await this.request.get(url, { headers: this.headers, params: documentId ? { documentId } : {} })
    return ((await response.json()) as { data: { url: string } }).data.url
  }
}
