/** The disk is full, or read-only: the old site stands, the desk says so, and afterwards the engine goes on by itself. */
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import type { ScratchSystem } from '../bench/publish/system.ts'
import type { Steps } from '../console/steps.mjs'
import { createComplaints } from './complaints.ts'
import { ARTICLES, COLLECTION, type Desk, openDesk } from './desk.ts'
import { createRandom } from './random.ts'
import { openReader } from './reader.ts'

const FAULTS = [
  { title: '磁盘写满', code: 'ENOSPC', problem: 'DISK_FULL' },
  { title: '只读目录', code: 'EROFS', problem: 'READ_ONLY' },
] as const
const WITHIN_MS = 120_000
const LOOK_EVERY_MS = 200

const columnsSchema = z.object({
  results: z.array(z.object({ id: z.number(), documentId: z.string(), slug: z.string(), kind: z.string() })),
})
const publishedSchema = z.object({ data: z.object({ documentId: z.string() }) })
const engineSchema = z.object({ data: z.object({ problem: z.object({ code: z.string() }).nullable() }) })

const preload = pathToFileURL(path.join(import.meta.dirname, 'failing-disk.mjs')).href

/** Call before the system starts. @returns how to break the publisher's disk, and to mend it */
export function giveFailingDisk({ processes, dataDir }: ScratchSystem) {
  const file = path.join(dataDir, 'fault')
  const { publisher } = processes
  publisher.env = { ...publisher.env, NODE_OPTIONS: `--import ${preload}`, CHAOS_FAULT: file }
  return {
    breakWith: (code: string) => fs.writeFileSync(file, code),
    mend: () => fs.rmSync(file, { force: true }),
  }
}

async function publish(desk: Desk, documentId: string | null, form: object): Promise<string> {
  const own = documentId === null ? ARTICLES : `${ARTICLES}/${documentId}`
  const answer = await desk.send('POST', `${own}/actions/publish`, form)
  if (answer?.status !== 200) throw new Error(`publishing was answered with ${answer?.status ?? 'nothing'}`)
  return publishedSchema.parse(answer.json).data.documentId
}

async function until(what: string, isSo: () => Promise<boolean>, signal: AbortSignal) {
  for (const deadline = Date.now() + WITHIN_MS; !(await isSo()); ) {
    if (Date.now() > deadline) throw new Error(`${what}: not within two minutes`)
    await sleep(LOOK_EVERY_MS, undefined, { signal })
  }
}

/** @returns what was wrong */
export async function breakDisk(
  system: ScratchSystem,
  disk: ReturnType<typeof giveFailingDisk>,
  steps: Steps,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { cmsUrl, siteUrl, dataDir } = system
  const complaints = createComplaints(steps.say)
  const desk = openDesk(cmsUrl, dataDir, signal)
  const { json } = await desk.read(`${COLLECTION}/api::column.column?pageSize=100`)
  const [column] = columnsSchema.parse(json).results.filter(({ kind }) => kind === 'article')
  if (!column) throw new Error('there is no column of articles')
  const reader = openReader({ siteUrl, random: createRandom(1), serverDowns: () => 0, complaints, signal })
  const formOf = (slug: string, title: string) => ({
    ...{ title, slug, body: '正文。' },
    column: { connect: [{ id: column.id, documentId: column.documentId }], disconnect: [] },
  })
  const shows = async (slug: string, title: string) =>
    (await reader.get(`/${column.slug}/${slug}/`))?.text.includes(title) ?? false
  const problem = async () => engineSchema.parse((await desk.read('/admin/publication/engine')).json).data.problem?.code

  const old = await publish(desk, null, formOf('old', '故障前的题目'))
  await until('the first post is live', () => shows('old', '故障前的题目'), signal)
  let title = '故障前的题目'
  for (const { title: name, code, problem: expected } of FAULTS) {
    await steps.run(`${name}：旧站不动，管理台报错`, async () => {
      disk.breakWith(code)
      await publish(desk, old, formOf('old', `${name}时改的题目`))
      await publish(desk, null, formOf(code.toLowerCase(), `${name}时发的稿件`))
      await until('the desk names the problem', async () => (await problem()) === expected, signal)
      await reader.walk()
      if (!(await shows('old', title))) complaints.add(`${name}: the old page does not stand`)
      if ((await reader.get(`/${column.slug}/${code.toLowerCase()}/`))?.status !== 404)
        complaints.add(`${name}: a page that could not be written is there`)
    })
    await steps.run(`${name}：恢复后自行继续`, async () => {
      disk.mend()
      title = `${name}时改的题目`
      await until('the edit is live', () => shows('old', title), signal)
      await until('the new post is live', () => shows(code.toLowerCase(), `${name}时发的稿件`), signal)
      await until('the desk is told', async () => (await problem()) === undefined, signal)
      await reader.walk()
    })
  }
  return complaints.lines
}
