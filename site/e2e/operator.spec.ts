/** What the operator's command does to what readers see, and what the desk says of it. */
import { execFile } from 'node:child_process'
import path from 'node:path'
import { Desk } from './setup/desk.ts'
import { expect, test } from './setup/test.ts'

const root = path.resolve(import.meta.dirname, '../..')
const SOON = { intervals: [100], timeout: 30_000 }
const article = {
  title: '要撤下来的一篇消息',
  column: '党建要闻',
  body: '发布之后发现全站出了问题，管理员把门户退回到之前的版本。',
  slug: 'taken-back',
}
const address = `/news/${article.slug}/`

type Ran = { exitCode: number; output: string }

/** `npm run site -- …` beside the running system. */
const site =
  (dataDir: string) =>
  (...words: string[]): Promise<Ran> =>
    new Promise((resolve) => {
      const env = { ...process.env, DATA_DIR: dataDir }
      execFile(process.execPath, [path.join(root, 'scripts', 'site.mjs'), ...words], { env }, (error, stdout, stderr) =>
        resolve({ exitCode: error ? Number(error.code) : 0, output: stdout + stderr }),
      )
    })

// publishing pauses after a rollback: a failure half-way must not become one of every test that follows
test.afterEach(async ({ system }, { status, expectedStatus }) => {
  if (status !== expectedStatus) await site(system.dataDir)('rebuild')
})

test('the operator looks, rebuilds, goes back to a release, and lets publishing go on', async ({
  page,
  request,
  system,
}) => {
  const run = site(system.dataDir)
  const statusOf = async (what: string) => (await request.get(what)).status()
  const { live: first } = JSON.parse((await run('status', '--json')).output)
  const desk = new Desk(page, system.deskUrl)

  await test.step('status says how the portal stands', async () => {
    const { exitCode, output } = await run('status')
    expect(exitCode).toBe(0)
    expect(output).toMatch(/发布引擎.*正在运行/)
    expect(output).toContain(first)
  })

  await test.step('a rebuild makes a new release while the portal stays up', async () => {
    const rebuilding = run('rebuild')
    expect(await statusOf('/')).toBe(200)
    const { exitCode, output } = await rebuilding
    expect(output).toContain('已上线')
    expect(exitCode).toBe(0)
  })

  await test.step('a post is published', async () => {
    await desk.logIn(system.accountOf('审核人'))
    await desk.writeArticle(article)
    await desk.publish()
    await expect.poll(() => statusOf(address), SOON).toBe(200)
  })

  await test.step('going back says what it takes back, and readers see the old release at once', async () => {
    const { exitCode, output } = await run('rollback', first, '--yes')
    expect(output).toMatch(/此后的 \d+ 次发布从门户上撤下/)
    expect(output).toContain(address)
    expect(exitCode).toBe(0)
    await expect.poll(() => statusOf(address), SOON).toBe(404)
    await page.goto(system.portalUrl)
    await expect(page.getByRole('link', { name: article.title })).toHaveCount(0)
  })

  await test.step('command and desk say that publishing pauses', async () => {
    expect((await run('status')).output).toContain('发布暂停')
    await page.goto(system.deskUrl)
    await expect(page.getByText('平台管理员把门户退回到了以前的版本')).toBeVisible({ timeout: 60_000 })
  })

  await test.step('after a rebuild everything is live again, and sound', async () => {
    expect((await run('rebuild')).exitCode).toBe(0)
    await expect.poll(() => statusOf(address), SOON).toBe(200)
    const { exitCode, output } = await run('verify')
    expect(output).toContain('全部一致')
    expect(exitCode).toBe(0)
  })
})
