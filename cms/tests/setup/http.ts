import type { TestCms } from './strapi.ts'

export type Answer = { status: number; body: Body; text: string; headers: Headers }
type Body = {
  data: never
  meta: { pagination?: { total: number; pageSize: number }; latest?: number }
  error?: { status: number; message: string; details: { code?: string; fields?: string[] } }
}

export async function get(cms: TestCms, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return send(cms, 'GET', path, undefined, headers)
}

export async function send(
  cms: TestCms,
  method: string,
  path: string,
  data?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(cms.url + path, {
    method,
    headers: { ...(data === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    body: data === undefined ? undefined : JSON.stringify(data),
  })
  const text = await response.text()
  const body = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}
  return { status: response.status, body, text, headers: response.headers }
}
