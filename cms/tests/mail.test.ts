/** Notices by mail, against a real mail server. */
import { createRequire } from 'node:module'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { logInDesk } from './setup/callers.ts'
import { createColumn, createDraft } from './setup/content.ts'
import { get } from './setup/http.ts'
import { act } from './setup/review.ts'
import { type MailServer, startMailServer } from './setup/smtp.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

/** The part of the compiled CMS that is called here. */
type Strapi = TestCms['strapi']
type Job = {
  openMailer(environment: object): object | null
  sendWaitingMails(strapi: Strapi, mailer: object, now: Date): Promise<number>
}
type Outbox = { leaveInDesk(strapi: Strapi): Promise<void> }
type Settings = { readEnvironment(source?: NodeJS.ProcessEnv): object }
const require = createRequire(import.meta.url)

let cms: TestCms
let server: MailServer
let job: Job
let mailer: object
let author: Record<string, string>
let administrator: Record<string, string>

beforeAll(async () => {
  server = await startMailServer()
  cms = await startCms()
  // the CMS itself has no mail server here, and would take what waits out of the post
  cms.strapi.cron.remove('sendMails')
  job = require('../dist/src/jobs/send-mails.js') as Job
  const { readEnvironment } = require('../dist/src/environment.js') as Settings
  const given = {
    SMTP_URL: server.url,
    MAIL_FROM: '智慧党建 <portal@portal.example>',
    CMS_PUBLIC_URL: 'https://desk.example',
  }
  mailer = job.openMailer(readEnvironment({ ...process.env, ...given })) as object
  await createColumn(cms, { reviewLevels: 3 })
  author = await logInDesk(cms, 'strapi-author')
  administrator = await logInDesk(cms, 'strapi-super-admin')
  for (const code of ['dangjian-review-1', 'strapi-editor']) await logInDesk(cms, code)
})
afterAll(async () => {
  await cms.stop()
  await server.stop()
})

const table = () => cms.strapi.db.connection('desk_notices')
const statesOf = async () => (await table().orderBy('id')).map(({ mail }: { mail: string }) => mail)
const send = (now = new Date()) => job.sendWaitingMails(cms.strapi, mailer, now)

async function submit(title: string): Promise<string> {
  const { documentId } = await createDraft(cms, { title })
  expect((await act(cms, author, documentId, 'submit', { note: '请尽快' })).status).toBe(200)
  return documentId
}

beforeEach(async () => {
  await table().delete()
  server.received.length = 0
  server.isRefusing = false
})

describe('a notice', () => {
  it('goes to each reviewer in Chinese, with the way to the piece, once', async () => {
    const documentId = await submit('请审这篇稿件')
    expect(await send()).toBe(2)
    expect(await send()).toBe(0)
    expect(server.received.map(({ to }) => to.join()).toSorted()).toEqual([
      ...['dangjian-review-1@portal.example', 'strapi-editor@portal.example'],
    ])
    const [{ mail }] = server.received
    expect(mail.subject).toBe('待初审：《请审这篇稿件》')
    expect(mail.text).toContain('意见：请尽快')
    expect(mail.text).toContain(
      `https://desk.example/admin/content-manager/collection-types/api::article.article/${documentId}`,
    )
    expect(mail.from?.text).toBe('"智慧党建" <portal@portal.example>')
    expect(await statesOf()).toEqual(['sent', 'sent'])
  })

  it('is taken by one of several processes', async () => {
    await submit('两个进程同时发送')
    await Promise.all([send(), send(), send()])
    expect(server.received).toHaveLength(2)
  })

  it('that a server refuses is tried again later, and at last is seen to have failed', async () => {
    const warned = vi.spyOn(cms.strapi.log, 'warn').mockReturnValue(cms.strapi.log)
    await submit('邮箱满了')
    server.isRefusing = true
    let now = Date.now() + 1000
    expect(await send(new Date(now))).toBe(2)
    expect(await send(new Date(now + 30_000))).toBe(0)
    for (let attempt = 2; attempt <= 7; attempt += 1) {
      now += 13 * 3_600_000
      expect(await send(new Date(now))).toBe(2)
    }
    expect(await statesOf()).toEqual(['failed', 'failed'])
    expect(await send(new Date(now * 2))).toBe(0)
    const { body } = await get(cms, '/admin/review/notices', administrator)
    expect(body.data).toMatchObject({ failedMails: 2 })
    warned.mockRestore()
  })

  it('goes out after all when the server is back', async () => {
    const warned = vi.spyOn(cms.strapi.log, 'warn').mockReturnValue(cms.strapi.log)
    await submit('服务器恢复后')
    server.isRefusing = true
    const now = Date.now() + 1000
    await send(new Date(now))
    server.isRefusing = false
    await send(new Date(now + 61_000))
    expect(server.received).toHaveLength(2)
    warned.mockRestore()
  })

  it('to an account that is no longer in use is not sent', async () => {
    await submit('账号已停用')
    const query = cms.strapi.db.query('admin::user')
    const where = { email: 'strapi-editor@portal.example' }
    await query.update({ where, data: { isActive: false } })
    await send()
    await query.update({ where, data: { isActive: true } })
    expect(server.received).toHaveLength(1)
    expect((await statesOf()).toSorted()).toEqual(['none', 'sent'])
  })

  it('without a mail server stays in the desk', async () => {
    const { readEnvironment } = require('../dist/src/environment.js') as Settings
    expect(job.openMailer(readEnvironment())).toBeNull()
    await submit('没有邮件服务器')
    const { leaveInDesk } = require('../dist/src/stores/mail-outbox.js') as Outbox
    await leaveInDesk(cms.strapi)
    expect(await statesOf()).toEqual(['none', 'none'])
    expect(await send()).toBe(0)
  })
})
