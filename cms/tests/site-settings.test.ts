/** The times of mourning: checked whoever saves the settings, and told to the portal as instants. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueToken, publisher } from './setup/callers.ts'
import { get, send } from './setup/http.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let desk: Record<string, string>

const FROM = '2026-12-13T00:00:00+08:00'
const UNTIL = '2026-12-14T00:00:00+08:00'
const save = (data: object) => send(cms, 'PUT', '/api/site-setting', { data }, desk)
const codeOf = ({ status, body }: Awaited<ReturnType<typeof save>>) => [status, body.error?.details?.code]

async function settingsSent() {
  const { body } = await get(cms, '/api/publication/changes?after=0', publisher)
  const changes = body.data as { kind: string; document: Record<string, unknown> }[]
  return changes.findLast(({ kind }) => kind === 'site-setting')?.document
}

beforeAll(async () => {
  cms = await startCms()
  desk = await issueToken(cms, 'full-access')
  expect((await save({ siteName: '智慧党建', collegeName: '学院' })).status).toBe(200)
})
afterAll(() => cms.stop())

describe('the times of mourning', () => {
  it('are none at first', async () => {
    expect(await settingsSent()).toMatchObject({ greyFrom: null, greyUntil: null, greyScope: 'wholeSite' })
  })

  it.each([
    ['half a period', { greyFrom: FROM }, 'GREY_OPEN'],
    ['the other half', { greyUntil: UNTIL }, 'GREY_OPEN'],
    ['an end before the beginning', { greyFrom: UNTIL, greyUntil: FROM }, 'GREY_ORDER'],
    ['an end at the beginning', { greyFrom: FROM, greyUntil: FROM }, 'GREY_ORDER'],
  ])('%s is refused', async (_name, period, code) => {
    expect(codeOf(await save(period))).toEqual([400, code])
  })

  it.each([
    ['no time', { greyFrom: '明天', greyUntil: UNTIL }],
    ['no scope', { greyFrom: FROM, greyUntil: UNTIL, greyScope: 'everything' }],
  ])('%s is refused in Chinese', async (_name, period) => {
    const { status, body } = await save(period)
    expect([status, body.error?.message]).toEqual([400, expect.stringMatching(/\p{Script=Han}/u)])
  })

  it('reach the portal as instants, and a save of one is compared with the other as it stands', async () => {
    expect(codeOf(await save({ greyFrom: FROM, greyUntil: UNTIL, greyScope: 'homePage' }))).toEqual([200, undefined])
    expect(await settingsSent()).toMatchObject({
      greyFrom: '2026-12-12T16:00:00.000Z',
      greyUntil: '2026-12-13T16:00:00.000Z',
      greyScope: 'homePage',
    })
    expect(codeOf(await save({ greyUntil: FROM }))).toEqual([400, 'GREY_ORDER'])
    expect(codeOf(await save({ phone: '029-00000000' }))).toEqual([200, undefined])
    expect(codeOf(await save({ greyFrom: null, greyUntil: null }))).toEqual([200, undefined])
    expect(await settingsSent()).toMatchObject({ greyFrom: null, greyUntil: null })
  })
})
