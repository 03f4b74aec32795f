/** The compiled app over a small portal with every kind of page, for tests that look at whole pages. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as buildApp } from 'astro'
import { minute, type Scratch, scratchReadModel } from '../../src/content/testing/builders.ts'

export type SmallPortal = {
  scratch: Scratch
  render: typeof import('../entry.ts').render
  close: () => void
}

const root = new URL('../..', import.meta.url).pathname

const fill = ({ put }: Scratch) => {
  put('site-setting', 'site', { leads: ['n3'], icpNumber: '陕ICP备00000000号-1' })
  const columns = [
    ['news', 'article', 'portal'],
    ['notices', 'article', 'portal'],
    ['policies', 'policy', 'dynamics'],
    ['lessons', 'lesson', 'vanguard'],
    ['speeches', 'speech', 'vanguard'],
    ['microblog', 'micropost', 'vanguard'],
    ['representatives', 'representative', 'vanguard'],
    ['dues', 'guide', 'organization'],
    ['letters', 'guide', 'ideas'],
    ['contact', 'contact', 'ideas'],
    ['links', 'link', 'ideas'],
  ] as const
  for (const [order, [slug, kind, module]] of columns.entries()) put('column', slug, { slug, kind, module, order })
  put('column', 'notices', { order: 1, formerSlugs: [{ slug: 'announcements', leftAt: minute(1) }] })
  for (let n = 1; n <= 11; n += 1)
    put('article', `n${n}`, { displayDate: minute(n), subtitle: '副题', representative: 'r', related: ['n1', 'gone'] })
  put('article', 'pinned', { column: 'notices', pinnedUntil: '2999-01-01T00:00:00Z', tags: ['t'] })
  put('article', 'hostile', {
    column: 'notices',
    title: '<script>alert(1)</script>"onclick="x',
    summary: '</p><img src=x onerror=alert(1)>',
    body: '<script>alert(1)</script>\n\n[甲](javascript:alert(1)) [乙](/go/article/n1) [丙](/go/article/gone)',
    reprintUrl: 'javascript:alert(1)',
  })
  put('tag', 't')
  put('policy', 'old', { validity: 'repealed', displayDate: minute(1) })
  put('policy', 'new', {
    replaces: ['old'],
    interpretation: '## 解读\n\n文',
    history: '甲\n乙',
    displayDate: minute(2),
  })
  put('topic', 'topic')
  put('lesson', 'lesson', { topic: 'topic', durationSeconds: 1930, transcript: '文字稿' })
  put('lesson', 'lesson2', { topic: 'topic' })
  put('speech', 'speech', { formerAddresses: [{ column: 'news', slug: 'talk', leftAt: minute(1) }] })
  put('micropost', 'micropost')
  put('representative', 'r', { receptionTime: '每周四' })
  put('page', 'guide', { column: 'dues', body: '## 一\n\n## 二\n\n## 三' })
  put('page', 'privacy', { formerAddresses: [{ column: null, slug: 'secrecy', leftAt: minute(1) }] })
  put('contact', 'contact', {
    offices: [{ name: '组织部', duty: null, place: null, phone: '029-0000转1', email: null }],
  })
  put('link-group', 'g')
  put('link', 'l', { group: 'g' })
  put('link', 'bad', { url: 'javascript:alert(1)' })
}

/** Reads READ_MODEL and SITE_URL from the environment, which the caller stubs; takes some seconds. */
export async function openSmallPortal(stubEnv: (name: string, value: string) => unknown): Promise<SmallPortal> {
  const scratch = scratchReadModel()
  fill(scratch)
  // The app takes its packages from the node_modules above it.
  mkdirSync(join(root, '.tmp'), { recursive: true })
  const outDir = mkdtempSync(join(root, '.tmp/app-'))
  await buildApp({ root, outDir, logLevel: 'error', vite: { logLevel: 'error' } })
  stubEnv('READ_MODEL', scratch.path)
  stubEnv('SITE_URL', 'https://dj.example.edu.cn')
  const app = await import(pathToFileURL(join(outDir, 'server/entry.mjs')).href)
  return {
    scratch,
    render: app.render,
    close: () => {
      app.close()
      rmSync(outDir, { recursive: true, force: true })
    },
  }
}
