/** Members on their way in, as a browser goes it: codes, passwords, cookies. */
import { issueCodes } from '../../src/accounts/codes/issue.ts'
import { consentTexts } from '../../src/domain/accounts/texts.ts'
import type { Member } from '../../src/domain/members/member.ts'
import { type Answer, send } from './http.ts'
import { createMember, createOrganisation } from './members.ts'
import type { TestCms } from './strapi.ts'

export const PASSWORD = '铁轨延伸到远方7公里'
export const consents = consentTexts.map(({ kind, version }) => ({ kind, version }))

export type Refusal = { code: string; seconds?: number; problems?: { code: string }[] }
export const refusalOf = ({ body }: Answer) => body.error?.details as Refusal | undefined

type Inside = { state: string; accessToken: string; secondFactor: string; ticket?: string; expiresAt: string }
export const inside = ({ body }: Answer) => body.data as Inside
export const bearer = (answer: Answer) => ({ authorization: `Bearer ${inside(answer).accessToken}` })

/** The one cookie of an answer, as a browser would send it back. */
export function cookieOf({ headers }: Answer): Record<string, string> {
  const [cookie = ''] = headers.getSetCookie()
  return { cookie: cookie.split(';')[0] }
}

let callers = 0
/** Another address each time, as the portal's server would hand it on. */
export function fromElsewhere(): Record<string, string> {
  callers += 1
  return { 'x-forwarded-for': `198.51.${Math.floor(callers / 250)}.${(callers % 250) + 1}` }
}

export async function codeFor(cms: TestCms, { id }: Pick<Member, 'id'>): Promise<string> {
  const [made] = await issueCodes(cms.strapi, [id], new Date())
  return made.code
}

export const post = (cms: TestCms, path: string, data: unknown = {}, headers: Record<string, string> = {}) =>
  send(cms, 'POST', `/api/auth${path}`, data, headers)

export async function activate(cms: TestCms, member: Member, data: object = {}): Promise<Answer> {
  const code = await codeFor(cms, member)
  return post(
    cms,
    '/activation',
    { number: member.number, code, password: PASSWORD, consents, ...data },
    fromElsewhere(),
  )
}

export const logIn = (cms: TestCms, { number }: Pick<Member, 'number'>, data: object = {}, headers = fromElsewhere()) =>
  post(cms, '/login', { number, password: PASSWORD, ...data }, headers)

export const refresh = (cms: TestCms, cookie: Record<string, string>, headers: Record<string, string> = {}) =>
  post(cms, '/refresh', {}, { ...cookie, ...headers })

/** Somebody of a committee of his own. */
export async function createLoneMember(cms: TestCms, data: Partial<Member> = {}): Promise<Member> {
  callers += 1
  const committee = await createOrganisation(cms, 'committee', `党委${callers}`, null)
  return createMember(cms, committee.id, data)
}
