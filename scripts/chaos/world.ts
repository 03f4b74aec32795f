/** The running system with everybody in it: writers and an administrator at the desk, readers at the portal. */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { ScratchSystem } from '../bench/publish/system.ts'
import { openAdministrator } from './administrator.ts'
import { openChangeLog } from './change-log.ts'
import { checkLog } from './checks/log.ts'
import { checkPosts } from './checks/posts.ts'
import { checkLeftovers, checkTree } from './checks/tree.ts'
import { checkVerify } from './checks/verify.ts'
import { createComplaints } from './complaints.ts'
import { COLLECTION, openDesk } from './desk.ts'
import { type Kept, keepRunning } from './keep-running.ts'
import type { Column } from './post.ts'
import { untilQuiet } from './quiet.ts'
import type { Random } from './random.ts'
import { openReader } from './reader.ts'
import { openWriter, type Tally } from './writer.ts'

const WRITERS = 3
const READERS = 2
const MOST_REST_MS = 800
const READY_WITHIN_MS = 300_000
const ASK_AGAIN_MS = 200

const columnsSchema = z.object({
  results: z.array(z.object({ id: z.number(), documentId: z.string(), slug: z.string(), kind: z.string() })),
})

export type World = Awaited<ReturnType<typeof openWorld>>

async function untilServed(url: string, signal: AbortSignal) {
  for (const deadline = Date.now() + READY_WITHIN_MS; ; ) {
    const response = await fetch(url, { signal }).catch(() => null)
    if (response?.ok) return
    signal.throwIfAborted()
    if (Date.now() > deadline) throw new Error(`${url} is not served after 5 minutes`)
    await sleep(ASK_AGAIN_MS, undefined, { signal })
  }
}

/** Somebody who goes on until told to stop; what breaks is a complaint, once. */
function employ(work: () => Promise<void>, until: AbortSignal, complain: (line: string) => void) {
  const life = async () => {
    while (!until.aborted) await work()
  }
  return life().catch((error: unknown) => {
    if (!until.aborted) complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  })
}

export async function openWorld(
  system: ScratchSystem,
  random: Random,
  say: (line: string) => void,
  signal: AbortSignal,
) {
  const { dataDir, cmsUrl, siteUrl, processes, open, readModelFile } = system
  const complaints = createComplaints(say)
  const rest = random.fork()
  const kept: Record<'cms' | 'publisher' | 'server', Kept> = {
    cms: keepRunning(processes.cms, () => rest.below(MOST_REST_MS), complaints),
    publisher: keepRunning(processes.publisher, () => rest.below(MOST_REST_MS), complaints),
    server: keepRunning(processes.server, () => rest.below(MOST_REST_MS), complaints),
  }
  const stop = async () => {
    await Promise.all(Object.values(kept).map((one) => one.stop()))
  }
  await untilServed(`${siteUrl}/`, signal).catch(async (error) => {
    await stop()
    throw error
  })

  const desk = openDesk(cmsUrl, dataDir, signal)
  const { json } = await desk.read(`${COLLECTION}/api::column.column?pageSize=100`)
  const columns: Column[] = columnsSchema.parse(json).results.filter(({ kind }) => kind === 'article')
  const log = openChangeLog(cmsUrl, String(open.env.PUBLICATION_TOKEN), signal)
  const settled = await log.latest()
  const tally: Tally = { acknowledged: 0, lost: 0, happened: 0, published: 0 }
  let posts = 0
  const newNumber = () => {
    posts += 1
    return posts
  }
  const staff = { desk, columns, complaints, tally, signal }
  const writers = Array.from({ length: WRITERS }, () => openWriter({ ...staff, random: random.fork(), newNumber }))
  const administrator = openAdministrator({ ...staff, random: random.fork() })
  const serverDowns = kept.server.downs
  const readers = Array.from({ length: READERS }, () =>
    openReader({ siteUrl, random: random.fork(), serverDowns, complaints, signal }),
  )

  return {
    complaints,
    tally,
    kept,
    stop,
    pagesRead: () => readers.reduce((sum, reader) => sum + reader.pagesRead(), 0),
    posts: () => posts,
    rows: log.latest,

    /** Everybody works until `work` is done, and finishes what he has begun. */
    async during(work: () => Promise<void>) {
      const over = new AbortController()
      const everybody = [...writers, administrator].map((one) => employ(one.step, over.signal, complaints.add))
      const reading = readers.map((reader) => employ(reader.walk, over.signal, complaints.add))
      try {
        await work()
      } finally {
        over.abort()
        await Promise.all([...everybody, ...reading])
      }
    },

    /** Waits until everything is live, then looks whether everything is right. */
    async check(withStaticBuild: boolean) {
      const all = writers.flatMap((writer) => writer.posts)
      const get = openReader({ siteUrl, random, serverDowns, complaints, signal }).get
      for (;;) {
        await untilQuiet(readModelFile, log.latest, signal)
        const rows = await log.all()
        const found = [
          ...checkLog(rows, settled, all, administrator.edited),
          ...(await checkPosts(all, desk, get)),
          ...(await checkTree(path.join(dataDir, 'site'), rows, withStaticBuild)),
          ...(await checkVerify()),
          ...(await checkLeftovers(dataDir)),
        ]
        // pictures are made smaller in the background: what was compared must not have moved
        if ((await log.latest()) !== rows.length) continue
        for (const line of found) complaints.add(line)
        return
      }
    },
  }
}
