/** The operator's command beside a publisher at work. */
import fs from 'node:fs/promises'
import path from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openOperatorRequests } from '../publisher/requests/table.ts'
import { workingOff } from '../publisher/requests/work-off.ts'
import { type TestEngine, testEngine } from '../publisher/testing/engine.ts'
import { smallPortal } from '../publisher/testing/small-portal.ts'
import { renderAll } from '../publisher/write-pages.ts'
import { build, minute } from '../src/content/testing/builders.ts'
import { runOperator } from './run-operator.ts'

let engine: TestEngine
let running: ReturnType<TestEngine['start']>

const startPublisher = (over: Parameters<TestEngine['start']>[0] = {}) =>
  engine.start({ ...over, requests: workingOff(openOperatorRequests(engine.database)) })

beforeEach(async () => {
  engine = await testEngine()
  await fs.mkdir(path.join(engine.dataDir, 'client', '_astro'))
  await fs.writeFile(path.join(engine.dataDir, 'client', '_astro', 'style.old.css'), 'old')
  engine.cms.publish('column', build('column', 'news'))
  engine.cms.publish('article', build('article', 'a', { displayDate: minute(1), title: '旧题' }))
  running = startPublisher()
  await running.settled()
})
afterEach(async () => {
  await running.stop()
  await engine.close()
})

async function site(line: string, answer = '') {
  const output = new PassThrough()
  const errors = new PassThrough()
  const render = smallPortal(engine.database)
  const exitCode = await runOperator(line.split(' '), {
    ...{ siteDir: engine.siteDir, input: Readable.from([answer]), output, errors },
    startWorker: () => undefined,
    loadRenderer: async () => ({
      ...{ render, clientDir: path.join(engine.dataDir, 'client'), buildId: 'build-1', close: async () => {} },
      renderInto: (root, addresses) => renderAll(render, { addresses, root }),
    }),
    signal: new AbortController().signal,
  })
  output.end()
  errors.end()
  return { exitCode, said: await text(output), complained: await text(errors) }
}

const live = async () => path.basename(await fs.realpath(engine.tree))

async function publishAnew(title: string) {
  engine.cms.publish('article', build('article', 'a', { displayDate: minute(1), title }))
  await running.settled()
  await engine.cms.reported(({ sequence }) => sequence === engine.cms.latest())
}

describe('status', { timeout: 30_000 }, () => {
  it('says how the portal stands', async () => {
    const { exitCode, said } = await site('status')
    expect(exitCode).toBe(0)
    expect(said).toMatch(/已读到流水 2/)
    expect(said).toMatch(/线上页面.*个/)
    expect(said).toMatch(/最近发布.*流水 2 .*秒/)
    expect(said).toContain(`▶ 线上  ${await live()}`)
    expect(said).toContain('首次生成')
  })

  it('answers machines in one line', async () => {
    const { said } = await site('status --json')
    expect(JSON.parse(said)).toMatchObject({ ok: true, live: await live(), pinned: null, queue: 0, sequence: 2 })
  })
})

describe('rebuild', { timeout: 30_000 }, () => {
  it('renders everything into another release', async () => {
    const before = await live()
    const { exitCode, said } = await site('rebuild')
    expect(exitCode).toBe(0)
    expect(await live()).not.toBe(before)
    expect(said).toContain(`版本 ${await live()} 已上线`)
    expect((await site('status')).said).toContain('管理员要求重建')
  })
})

describe('rollback', { timeout: 30_000 }, () => {
  let first: string
  beforeEach(async () => {
    first = await live()
    await site('rebuild')
    await publishAnew('新题')
    engine.cms.publish('article', build('article', 'b', { displayDate: minute(2) }))
    await running.settled()
    await expect.poll(() => engine.page('/news/b/')).not.toBeNull()
  })

  it('says what it takes back, and does nothing unless told so', async () => {
    const before = await live()
    const { exitCode, said, complained } = await site(`rollback ${first}`, 'n\n')
    expect(said).toContain('此后的 2 次发布从门户上撤下')
    expect(said).toMatch(/变回当时的样子：.*\/news\/a\//)
    expect(said).toMatch(/1 个页面消失：\/news\/b\//)
    expect(complained).toContain('没有回退')
    expect(exitCode).toBe(1)
    expect(await live()).toBe(before)
  })

  it('goes back at once, and nothing is published until a rebuild', async () => {
    const { exitCode } = await site(`rollback ${first} --yes`)
    expect(exitCode).toBe(0)
    expect(await live()).toBe(first)
    expect(await engine.page('/news/a/')).toContain('旧题')
    expect(await engine.page('/news/b/')).toBeNull()

    engine.cms.publish('article', build('article', 'c', { displayDate: minute(3) }))
    await engine.cms.reported(({ problem }) => problem?.code === 'PAUSED')
    expect(await engine.page('/news/c/')).toBeNull()
    expect((await site('status')).said).toContain('发布暂停')
    expect((await site('verify')).exitCode).toBe(0)

    await site('rebuild')
    await expect.poll(() => engine.page('/news/c/')).not.toBeNull()
    expect(await engine.page('/news/a/')).toContain('新题')
    expect((await site('status')).said).not.toContain('发布暂停')
  })

  it('holds over a restart, also with other code', async () => {
    await site(`rollback ${first} --yes`)
    await running.stop()
    running = startPublisher({ buildId: 'build-2' })
    const told = engine.cms.reports.length
    await engine.cms.reported((report) => engine.cms.reports.indexOf(report) >= told && report.problem !== null)
    expect(await live()).toBe(first)
  })

  it.each([
    ['nothing', 2, '没有版本“nothing”'],
    ['2', 2, '可以指 2 个版本'],
  ])('to %s is refused', async (name, code, sentence) => {
    const { exitCode, complained } = await site(`rollback ${name} --yes`)
    expect(exitCode).toBe(code)
    expect(complained).toContain(sentence)
  })

  it('to what is live is refused', async () => {
    const answer = await site(`rollback ${await live()} --yes --json`)
    expect(JSON.parse(answer.said)).toMatchObject({ ok: false, code: 'ALREADY_LIVE' })
  })
})

describe('verify', { timeout: 60_000 }, () => {
  const file = (name: string) => path.join(engine.tree, name)

  it('finds nothing in a sound tree, also with fresh renders', async () => {
    expect((await site('verify --deep')).said).toMatch(/✓ .*全部一致/)
  })

  it('names what is missing, altered or too much, and puts it right', async () => {
    await fs.rm(file('news/index.html'))
    await fs.writeFile(file('news/a/index.html'), 'defaced')
    await fs.writeFile(file('_astro/style.old.css'), 'defaced')
    await fs.writeFile(file('extra.html'), 'extra')
    const found = await site('verify')
    expect(found.exitCode).toBe(3)
    for (const line of ['缺少  news/index.html', '内容不符  news/a/index.html', '多余  extra.html'])
      expect(found.said).toContain(line)
    expect(found.said).toContain('内容不符  _astro/style.old.css')

    const { exitCode, said } = await site('verify --repair')
    expect(said).toContain('都已改回来')
    expect(exitCode).toBe(0)
    expect(await engine.page('/news/a/')).toContain('旧题')
    expect(await fs.readFile(file('_astro/style.old.css'), 'utf8')).toBe('old')
    expect((await site('verify')).exitCode).toBe(0)
  })

  it('looks deep enough to see that the journal is wrong', async () => {
    await fs.writeFile(file('news/a/index.html'), 'wrong')
    const wrong = 'jtKl4f3W2EJPvb6dLdyM-RtU0_oKOn6hr5w8uWRLqKE'
    engine.database.prepare('UPDATE pages SET hash = ? WHERE address = ?').run(wrong, '/news/a/')
    expect((await site('verify --deep')).said).toContain('news/a/index.html')
  })
})

describe('what is written wrong', () => {
  it.each([
    'foo',
    'status now',
    'rebuild --deep',
    'rollback',
    'status --nope',
    'rollback x --json',
  ])('%s ends with 2 and says how it is used', async (line) => {
    const { exitCode, said, complained } = await site(line)
    expect(exitCode).toBe(2)
    expect(said + complained).toContain('用法')
  })
})
