/** The index is in step with the read model: after every kind of change, and after a kill at any moment. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openReadModel, removeDocument } from '../../src/content/read-model.ts'
import { build } from '../../src/content/testing/builders.ts'
import { openWorld, type World } from './testing/world.ts'

let world: World

beforeEach(() => {
  world = openWorld()
  world.put('column', 'news')
  world.put('column', 'policies', { kind: 'policy', order: 2 })
  world.settle()
})
afterEach(() => world.close())

describe('what readers find', () => {
  it('is there with the next step, as it is now, and gone when it is unpublished', () => {
    world.put('article', 'a', { title: '冬训开班', body: '桥隧党支部' })
    world.settle()
    expect(world.titles('桥隧党支部')).toEqual(['冬训开班'])
    world.put('article', 'a', { title: '冬训结业', body: '路桥党支部' })
    world.settle()
    expect(world.titles('桥隧党支部')).toEqual([])
    expect(world.titles('路桥党支部')).toEqual(['冬训结业'])
    removeDocument(world.database, 'article', 'a')
    world.settle()
    expect(world.titles('党支部')).toEqual([])
    world.put('article', 'a', { title: '冬训开班', body: '桥隧党支部' })
    world.settle()
    expect(world.titles('桥隧党支部')).toEqual(['冬训开班'])
  })

  it('leads to where it stands now, when it or its column moved', () => {
    world.put('article', 'a', { title: '冬训开班' })
    world.settle()
    world.put('article', 'a', { title: '冬训开班', slug: 'winter' })
    world.settle()
    expect(world.find('冬训').hits[0]?.address).toBe('/news/winter/')
    world.put('column', 'news', { slug: 'yaowen', name: '党建要闻' })
    world.settle()
    expect(world.find('冬训').hits[0]).toMatchObject({ address: '/yaowen/winter/', place: '党建要闻' })
    world.put('column', 'news', { visible: false })
    world.settle()
    expect(world.find('冬训')).toMatchObject({ total: 0, hits: [] })
  })

  it('has the names of its tags, as they are now', () => {
    world.put('article', 'a', { title: '冬训开班', tags: ['t'] })
    world.settle()
    expect(world.titles('主题教育')).toEqual([])
    world.put('tag', 't', { name: '主题教育' })
    world.settle()
    expect(world.titles('主题教育')).toEqual(['冬训开班'])
    world.put('tag', 't', { name: '专题学习' })
    world.settle()
    expect([world.titles('主题教育'), world.titles('专题学习')]).toEqual([[], ['冬训开班']])
  })

  it('is every kind that has a page or stands on one', () => {
    for (const [order, kind] of (
      ['speech', 'lesson', 'micropost', 'representative', 'guide', 'link', 'contact'] as const
    ).entries())
      world.put('column', kind, { kind, order: order + 3 })
    world.put('speech', 's', { column: 'speech', title: '标记 讲话' })
    world.put('policy', 'p', { title: '标记 办法' })
    world.put('lesson', 'l', { column: 'lesson', title: '标记 课程' })
    world.put('micropost', 'm', { column: 'micropost', text: '标记 微博' })
    world.put('representative', 'r', { column: 'representative', name: '标记' })
    world.put('page', 'g', { column: 'guide', title: '标记 指南' })
    world.put('page', 'f', { title: '标记 页面' })
    world.put('link', 'k', { title: '标记 链接' })
    world.put('contact', 'c', { address: '标记 路' })
    world.settle()
    expect(world.find('标记').total).toBe(9)
    expect(
      world
        .find('标记')
        .hits.map(({ address }) => address)
        .sort(),
    ).toEqual([
      '/contact/',
      '/guide/',
      '/lesson/l/',
      '/link/',
      '/micropost/m/',
      '/pages/f/',
      '/policies/p/',
      '/representative/r/',
      '/speech/s/',
    ])
  })

  it('is found when its page stands, and after a second in any case', () => {
    world.database.exec('CREATE TABLE pending_pages (address TEXT PRIMARY KEY)')
    world.put('article', 'a', { title: '冬训开班' })
    world.database.exec("INSERT INTO pending_pages VALUES ('/news/a/')")
    world.settle()
    expect(world.titles('冬训')).toEqual([])
    world.database.exec('DELETE FROM pending_pages')
    world.settle()
    expect(world.titles('冬训')).toEqual(['冬训开班'])
    world.database.exec("INSERT INTO pending_pages VALUES ('/news/b/')")
    world.put('article', 'b', { title: '冬训结业' })
    world.settle()
    world.clock.now += 1000
    world.settle()
    expect(world.find('冬训').total).toBe(2)
  })
})

describe('posts that change again and again', () => {
  it('are found as a plain scan finds them, whatever segment they were in', () => {
    world.close()
    world = openWorld({ posts: 3, units: 100 })
    world.put('column', 'news')
    const words = ['党', '党费', '收缴', '党费收缴', '公示']
    const text = fc.array(fc.constantFrom(...words, '。', ' ', '年'), { maxLength: 5 }).map((parts) => parts.join(''))
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), title: text, body: text, isGone: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        for (const { id, title, body, isGone } of changes) {
          if (isGone) removeDocument(world.database, 'article', id)
          else world.put('article', id, { title: title || '无题', body })
          world.settle()
          for (const q of [...words, '党 公示', '党费 收缴', '收缴 党费 公示'])
            expect(world.find(q).total, q).toBe(world.plainScan(q))
        }
      }),
      { numRuns: 20 },
    )
    world.restart()
    world.settle()
    for (const q of words) expect(world.find(q).total, q).toBe(world.plainScan(q))
  }, 60_000)

  it('do not leave segments behind that have hardly any', () => {
    world.close()
    world = openWorld({ posts: 5, units: 10_000 })
    world.put('column', 'news')
    for (let round = 0; round < 8; round += 1) {
      for (let n = 0; n < 10; n += 1) world.put('article', `n${n}`, { title: `第${round}稿`, body: `内容${n}` })
      world.settle()
    }
    const index = new DatabaseSync(world.indexPath, { readOnly: true })
    expect(index.prepare('SELECT count(*) AS segments FROM segments').get()).toEqual({ segments: 2 })
    expect(index.prepare('SELECT count(DISTINCT segment) AS segments FROM postings').get()).toEqual({ segments: 2 })
    index.close()
    expect([world.find('第7稿').total, world.find('第6稿').total, world.find('内容').total]).toEqual([10, 0, 10])
  })
})

describe('the index', () => {
  const fill = (count: number) => {
    world.database.exec('BEGIN')
    for (let n = 0; n < count; n += 1)
      world.put('article', `n${n}`, { title: `稿件${n}`, body: `正文${n % 7}，党支部。`.repeat(20) })
    world.database.exec('COMMIT')
  }
  const expectRight = () => {
    world.settle()
    for (const q of ['正文3', '稿件11', '党支部', '部', '正文3 党支部'])
      expect(world.find(q).total, q).toBe(world.plainScan(q))
  }

  it('goes on where it was after a stop', () => {
    fill(30)
    world.settle()
    world.restart()
    expect(world.searcher().isReady()).toBe(false)
    fill(35)
    expectRight()
    expect(world.searcher().isReady()).toBe(true)
  })

  it.each([
    ['missing', () => fs.rmSync(world.indexPath)],
    ['no database', () => fs.writeFileSync(world.indexPath, 'x'.repeat(5000))],
    ['damaged', () => fs.truncateSync(world.indexPath, 8192)],
  ])('is made anew when it is %s', (_what, damage) => {
    fill(30)
    world.settle()
    world.searcher().close()
    damage()
    for (const end of ['-wal', '-shm']) fs.rmSync(world.indexPath + end, { force: true })
    world.restart()
    expectRight()
  })

  it('is made anew for another read model, also one that is put in the place of the first', () => {
    fill(30)
    world.settle()
    const other = path.join(path.dirname(world.path), 'other.sqlite')
    const database = openReadModel(other, { readOnly: false })
    world.database.exec(`ATTACH '${other}' AS other`)
    world.database.exec(
      "INSERT INTO other.documents SELECT * FROM main.documents WHERE kind = 'column' OR document_id = 'n3'",
    )
    world.database.exec('DETACH other')
    database.close()
    for (const end of ['', '-wal', '-shm']) fs.rmSync(world.path + end, { force: true })
    fs.renameSync(other, world.path)
    world.settle()
    expect([world.find('正文3').total, world.find('正文4').total]).toEqual([1, 0])
  })

  it('comes out right after kills at any moment', async () => {
    fill(300)
    const script = path.join(import.meta.dirname, 'testing/follow-for-ever.ts')
    for (const afterMs of [0, 15, 40, 90]) {
      const child = spawn(process.execPath, [script, world.path, world.indexPath], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      await once(child.stdout, 'data')
      await sleep(afterMs)
      child.kill('SIGKILL')
      await once(child, 'exit')
      removeDocument(world.database, 'article', `n${afterMs}`)
      world.put(
        'article',
        `n${afterMs + 1}`,
        build('article', `n${afterMs + 1}`, { title: `稿件${afterMs}`, body: '正文3' }),
      )
    }
    world.restart()
    expectRight()
  }, 60_000)
})
