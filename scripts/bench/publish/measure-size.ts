/** One size: fill, start, publish, stop, remove. */
import type { Steps } from '../../console/steps.mjs'
import { rounded } from '../figures.ts'
import { logIn } from './desk.ts'
import { fillCms } from './fill-cms.ts'
import { type Parts, partsOf, untilAllLive } from './parts.ts'
import { openReader } from './reader.ts'
import { type Figures, figuresOf, type GroupResult, type SizeResult } from './rows.ts'
import { publishEdits, publishNew, type Sample } from './samples.ts'
import { openScratchSystem, type ScratchSystem } from './system.ts'

const LISTS = 20

type Settings = {
  articles: number
  count: number
  /** the scratch folder stays */
  keep: boolean
  /** one that stayed and holds so many articles already */
  on: string | null
  steps: Steps
  signal: AbortSignal
}

async function groupOf({ cmsFile, publisherLog }: ScratchSystem, samples: Sample[]): Promise<GroupResult> {
  const parts = await partsOf(cmsFile, publisherLog, samples)
  const listed = samples.map(({ listedMs }) => listedMs).filter((ms) => ms !== null)
  const figuresOfPart = (name: keyof Parts) => figuresOf(parts.map((one) => one[name]))
  return {
    kind: samples[0]?.kind ?? 'new',
    live: figuresOf(samples.map(({ liveMs }) => liveMs)),
    cmsAnswer: figuresOf(samples.map(({ cmsMs }) => cmsMs)),
    listed: listed.length > 0 ? figuresOf(listed) : null,
    parts: {
      cms: figuresOfPart('cms'),
      log: figuresOfPart('log'),
      take: figuresOfPart('take'),
      render: figuresOfPart('render'),
      write: figuresOfPart('write'),
    },
  }
}

async function measureLists(list: () => Promise<void>): Promise<Figures> {
  const samples: number[] = []
  for (let n = 0; n < LISTS; n += 1) {
    const startedAt = performance.now()
    await list()
    samples.push(performance.now() - startedAt)
  }
  return figuresOf(samples)
}

async function measureRunning(system: ScratchSystem, { articles, count, steps }: Settings): Promise<SizeResult> {
  const reader = openReader(system.siteUrl)
  try {
    const desk = await logIn(system.cmsUrl, system.dataDir)
    const context = { desk, reader, cmsFile: system.cmsFile, articles, tag: Date.now().toString(36) }
    const created = await steps.run(`${count} new posts`, () => publishNew(context, count))
    const edited = await steps.run(`${count} edits`, () => publishEdits(context, count))
    const groups = [await groupOf(system, created), await groupOf(system, edited)]
    const all = figuresOf([...created, ...edited].map(({ liveMs }) => liveMs))
    const listMs = await measureLists(desk.list)
    return { articles, firstMs: rounded(created[0]?.liveMs ?? Number.NaN), all, groups, listMs }
  } finally {
    reader.close()
  }
}

export async function measureSize(settings: Settings): Promise<SizeResult> {
  const { articles, keep, on, steps, signal } = settings
  steps.say(`\n${articles} articles`)
  const system = await openScratchSystem(steps, signal, { name: 'bench-publish', sample: 'none', dataDir: on })
  try {
    if (on === null) await steps.run('filling the CMS', async () => fillCms(system.cmsFile, articles))
    await system.start()
    await steps.run('waiting until all are live', () => untilAllLive(system.cmsFile, system.readModelFile, signal))
    return await measureRunning(system, settings)
  } finally {
    await system.stop()
    if (keep || on !== null) steps.say(`left: ${system.dataDir}`)
    else system.remove()
  }
}
