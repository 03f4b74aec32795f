/** The process dies at every step of a batch: readers notice nothing, and the next process finishes it. */
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build, minute } from '../src/content/testing/builders.ts'
import { type TestCms, testCms } from './testing/cms.ts'
import { testEngine } from './testing/engine.ts'
import { expectedTree, treeOf } from './testing/expected-tree.ts'
import { faultyDisk } from './testing/faulty-disk.ts'
import { openReader } from './testing/reader.ts'

const PICTURE = 'uploads/picture.webp'
const titled = (id: string, version: number) => ({ title: `${id} v${version}`, body: `正文 ${id} v${version}` })

let folder: string
let disk: ReturnType<typeof faultyDisk>

function publishFirst(cms: TestCms) {
  cms.publish('column', build('column', 'news'))
  for (let n = 1; n <= 6; n += 1)
    cms.publish('article', build('article', `post-${n}`, { ...titled(`post-${n}`, 1), displayDate: minute(n) }))
}

/** New, with a picture; edited; renamed; taken down. */
function publishMore(cms: TestCms) {
  const shown = { ...titled('post-7', 1), body: `<img src="/${PICTURE}">`, displayDate: minute(7) }
  cms.publish('article', build('article', 'post-7', shown))
  cms.publish('article', build('article', 'post-1', { ...titled('post-1', 2), displayDate: minute(1) }))
  const left = [{ column: 'news', slug: 'post-2', leftAt: minute(9) }]
  const renamed = { ...titled('post-2', 2), slug: 'renamed-2', formerAddresses: left, displayDate: minute(2) }
  cms.publish('article', build('article', 'post-2', renamed))
  cms.unpublish('article', 'post-6')
}

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-crash-'))
  const cms = testCms()
  publishFirst(cms)
  const first = await testEngine(path.join(folder, 'first'), cms)
  await fs.writeFile(path.join(first.uploadsDir, path.basename(PICTURE)), 'picture')
  await first.settle()
  first.database.close()
  disk = faultyDisk()
})
afterAll(async () => {
  disk.restore()
  await fs.rm(folder, { recursive: true })
})

/** @returns whether there was such a step */
async function dieAndGoOn(step: number): Promise<boolean> {
  const dataDir = path.join(folder, `death-${step}`)
  await fs.cp(path.join(folder, 'first'), dataDir, { recursive: true, verbatimSymlinks: true })
  const cms = testCms()
  publishFirst(cms)
  const dying = await testEngine(dataDir, cms)
  publishMore(cms)
  disk.dieAt(step)
  const running = dying.start()
  await cms.reported(({ problem, sequence }) => problem !== null || sequence === cms.latest())
  const died = disk.isDead()
  await running.stop()
  dying.database.close()
  disk.heal()
  const reader = openReader(dying.tree)
  await reader.walk()
  expect(reader.complaints, `after step ${step}`).toEqual([])

  const next = await testEngine(dataDir, cms)
  const report = await next.settle()
  expect(report.failures).toEqual([])
  const tree = await treeOf(next)
  expect(tree[PICTURE]).toBe('picture')
  expect(tree, `after step ${step}`).toEqual({ ...(await expectedTree(next)), [PICTURE]: 'picture' })
  expect(await fs.readdir(path.join(next.siteDir, 'staging'))).toEqual([])
  const told = new Set(cms.reports.flatMap(({ changes }) => changes.map(({ sequence }) => sequence)))
  for (let sequence = 8; sequence <= cms.latest(); sequence += 1) expect(told).toContain(sequence)
  await next.close()
  return died
}

describe('a process that dies', { timeout: 300_000 }, () => {
  it('at any step of a batch leaves a sound tree and nothing undone', async () => {
    let steps = 0
    while (await dieAndGoOn(steps + 1)) steps += 1
    expect(steps).toBeGreaterThan(40)
  })
})
