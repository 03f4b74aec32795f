/** Every endpoint × every caller. An endpoint that is missing here fails the test: say who may call it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memberEndpoints } from '../src/member-api/add-routes.ts'
import { issueToken, logInMember, publisher } from './setup/callers.ts'
import { createColumn } from './setup/content.ts'
import { send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const callers = ['anonymous', 'member', 'readToken', 'deskToken', 'publisher'] as const
type Caller = (typeof callers)[number]

const everybody: readonly Caller[] = callers
const desk: readonly Caller[] = ['deskToken']
const deskReads: readonly Caller[] = ['readToken', 'deskToken']

const collections = [
  ...['articles', 'speeches', 'policies', 'lessons', 'microposts', 'representatives'],
  ...['columns', 'links', 'link-groups', 'tags', 'topics', 'pages'],
]

const waysIn = [
  ...['GET /api/auth/texts', 'POST /api/auth/login', 'POST /api/auth/logout'],
  ...[
    'POST /api/auth/activation',
    'POST /api/auth/activation/mail',
    'POST /api/auth/reset',
    'POST /api/auth/reset/mail',
  ],
  'POST /api/auth/login/second-factor',
  // lead back to the portal, which says why
  ...['oidc', 'cas'].flatMap((way) => ['start', 'callback'].map((step) => `GET /api/auth/${way}/${step}`)),
]

const ofOwnAccount = [
  ...['GET /api/auth/devices', 'DELETE /api/auth/devices/:id', 'POST /api/auth/logout-everywhere'],
  ...['POST /api/auth/password', 'GET /api/auth/second-factor', 'POST /api/auth/second-factor'],
  ...['confirm', 'pass', 'recovery-codes', 'off'].map((step) => `POST /api/auth/second-factor/${step}`),
]

const expected: Record<string, readonly Caller[]> = {
  'GET /api/publication/changes': ['publisher'],
  'POST /api/publication/live': ['publisher'],
  'POST /api/preview/document': ['publisher'],
  'GET /api/readings': ['publisher'],
  'POST /api/readings': ['publisher'],
  'POST /api/reports': ['publisher'],
  'POST /api/dues/quote': everybody,
  // let in by the provider's signature; without one it is not there
  'POST /api/payments/:provider/notify': everybody,
  ...Object.fromEntries(waysIn.map((endpoint) => [endpoint, everybody])),
  // asks for the cookie, which none of these has
  'POST /api/auth/refresh': [],
  ...Object.fromEntries(ofOwnAccount.map((endpoint) => [endpoint, ['member']])),
  ...Object.fromEntries(
    collections.flatMap((name) => [
      [`GET /api/${name}`, everybody],
      [`GET /api/${name}/:id`, everybody],
      [`POST /api/${name}`, desk],
      [`PUT /api/${name}/:id`, desk],
      [`DELETE /api/${name}/:id`, desk],
    ]),
  ),
  ...Object.fromEntries(
    ['site-setting', 'contact'].flatMap((name) => [
      [`GET /api/${name}`, everybody],
      [`PUT /api/${name}`, desk],
      [`DELETE /api/${name}`, desk],
    ]),
  ),
  'POST /api/upload': desk,
  'GET /api/upload/files': deskReads,
  'GET /api/upload/files/page': desk,
  'GET /api/upload/files/:id': deskReads,
  'DELETE /api/upload/files/:id': desk,
  'GET /api/i18n/locales': desk,
  'GET /api/users': deskReads,
  'GET /api/users/count': desk,
  'GET /api/users/me': ['member'],
  'GET /api/users/:id': deskReads,
  'POST /api/users': desk,
  'PUT /api/users/:id': desk,
  'DELETE /api/users/:id': desk,
  'GET /api/users-permissions/roles': deskReads,
  'GET /api/users-permissions/roles/:id': deskReads,
  'POST /api/users-permissions/roles': desk,
  'PUT /api/users-permissions/roles/:role': desk,
  'DELETE /api/users-permissions/roles/:role': desk,
  'GET /api/users-permissions/permissions': desk,
}

/** Whoever calls it has no log-in any more for what comes after. */
const ENDS_LOG_IN = 'POST /api/auth/logout-everywhere'

/** nobody's, for those asked for by number and for those asked for by documentId */
const NOBODYS_ID = '2147483000'

let cms: TestCms
let headers: Record<Caller, Record<string, string>>

type Layer = { methods: string[]; path: string }
const routes = () =>
  (cms.strapi.server.listRoutes() as Layer[]).flatMap(({ methods, path }) =>
    methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path })),
  )

function endpoints(): string[] {
  return (
    routes()
      .map(({ method, path }) => `${method} ${path}`)
      .filter((endpoint) => endpoint.includes(' /api/'))
      // walked by member-access.test.ts, with members of several branches
      .filter((endpoint) => !memberEndpoints(cms.strapi).has(endpoint))
      .sort((one, other) => Number(one === ENDS_LOG_IN) - Number(other === ENDS_LOG_IN))
  )
}

beforeAll(async () => {
  cms = await startCms()
  await createColumn(cms)
  headers = {
    anonymous: {},
    member: await logInMember(cms),
    readToken: await issueToken(cms, 'read-only'),
    deskToken: await issueToken(cms, 'full-access'),
    publisher,
  }
})
afterAll(() => cms.stop())

describe('the content API', () => {
  it('has no endpoint that is not listed here', () => {
    expect(endpoints().sort()).toEqual(Object.keys(expected).sort())
  })

  it.each(callers)('lets %s do what is listed, and nothing else', async (caller) => {
    const wrong: string[] = []
    for (const endpoint of endpoints()) {
      const [method, pattern] = endpoint.split(' ')
      const path = pattern.replace(/:\w+/g, NOBODYS_ID)
      const { status } = await send(cms, method, path, method === 'GET' ? undefined : {}, headers[caller])
      const isAllowed = status !== 401 && status !== 403
      if (isAllowed !== expected[endpoint]?.includes(caller)) wrong.push(`${endpoint} answered ${status}`)
      if (status >= 500) wrong.push(`${endpoint} broke with ${status}`)
    }
    expect(wrong).toEqual([])
  })
})

describe('what is asked for by number', () => {
  it.each([
    'x',
    '1e3',
    '-1',
    '1.5',
    '99999999999',
    '2147483648',
    '%E5%85%9A',
    "1'--",
  ])('%s is not found', async (id) => {
    for (const path of ['/api/upload/files/', '/api/users/', '/api/users-permissions/roles/', '/API/Users/']) {
      const { status, body } = await send(cms, 'GET', path + id, undefined, headers.deskToken)
      expect([status, body.error?.message], path).toEqual([404, '没有找到。'])
    }
  })
})

describe('the desk', () => {
  const open = new Set([
    ...['GET /admin/init', 'GET /admin/project-type', 'GET /admin/information', 'GET /admin/project-settings'],
    ...['POST /admin/login', 'POST /admin/register', 'POST /admin/register-admin', 'GET /admin/registration-info'],
    ...[
      'POST /admin/forgot-password',
      'POST /admin/reset-password',
      'POST /admin/access-token',
      'POST /admin/renew-token',
    ],
    ...[
      'GET /admin/telemetry-properties',
      'GET /admin/providers',
      'GET /admin/providers/isSSOLocked',
      'POST /admin/logout',
    ],
    'GET /content-manager/preview/script',
  ])

  it('lets nobody in without a desk log-in', async () => {
    const wrong: string[] = []
    const ofDesk = routes().filter(({ path }) =>
      /^\/(admin|content-manager|upload|i18n|users-permissions)\//.test(path),
    )
    expect(ofDesk.length).toBeGreaterThan(100)
    for (const { method, path } of ofDesk) {
      if (open.has(`${method} ${path}`) || /\(\.\*\)|\{/.test(path)) continue
      for (const caller of ['anonymous', 'member', 'deskToken'] as const) {
        const { status } = await send(
          cms,
          method,
          path.replace(/:\w+/g, 'nothing'),
          method === 'GET' ? undefined : {},
          headers[caller],
        )
        if (status !== 401 && status !== 403) wrong.push(`${caller}: ${method} ${path} answered ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })
})
