/**
 * The use case: look at every file, decide what each needs, save in short batches, then link the versions. The source's
 * hash makes a second run change nothing and an interrupted one go on where it stopped.
 */
import { type Decision, type Problem, problem } from './decisions.ts'
import { importKeyOf } from './file-name.ts'
import { changedLinks, changes, type Plan, planFile, planLinks } from './plan.ts'
import { type Scan, scanFolder } from './scan.ts'
import type { PolicyEntry, PolicyLink, PolicyStore } from './store.ts'
import { loadPolicy, type Surveyed, surveyFile } from './survey.ts'
import type { Linking } from './versions.ts'

/** Short enough that an editor who saves meanwhile does not notice. */
export const BATCH_SIZE = 20

export type FileResult = 'created' | 'updated' | 'unchanged' | 'kept' | 'skipped' | 'waiting'

export type FileOutcome = {
  path: string
  title: string | null
  result: FileResult
  decisions: Decision[]
  problem: Problem | null
}

export type VersionOutcome = { newer: string; older: string; isRepeal: boolean }

export type ImportResult = {
  outcomes: FileOutcome[]
  versions: VersionOutcome[]
  ignored: string[]
  interrupted: boolean
}

export type Phase = 'survey' | 'save' | 'link'

export type ImportOptions = {
  folder: string
  /** null looks only, writes nothing */
  store: PolicyStore | null
  /** publishes at once, what earlier runs left for review as well */
  publishesWaiting?: boolean
  /** YYYY-MM-DD in Beijing */
  today: string
  onProgress: (phase: Phase, done: number, total: number) => void
  isInterrupted: () => boolean
}

async function surveyAll({ files }: Scan, options: ImportOptions): Promise<Surveyed[]> {
  const surveyed: Surveyed[] = []
  const keys = new Set<string>()
  for (const [index, file] of files.entries()) {
    if (options.isInterrupted()) break
    const plain = importKeyOf(file.path)
    // a.md and a.markdown
    const key = keys.has(plain) ? importKeyOf(`${file.path}#`) : plain
    keys.add(key)
    surveyed.push(await surveyFile(file, key))
    options.onProgress('survey', index + 1, files.length)
  }
  return surveyed
}

function toOutcome(plan: Plan, linking: Linking, result: FileResult, found: Problem | null = null): FileOutcome {
  const { file, version, decisions } = plan.candidate
  const own = changes(plan) ? [...decisions, ...(linking.decisions.get(version.key) ?? [])] : []
  return {
    path: file.path,
    title: version.title,
    result,
    decisions: found ? [] : [...own, ...plan.made],
    problem: found,
  }
}

/** Before anything is written: what waits, or, where nothing will be, what would happen. */
function firstOutcome(plan: Plan, linking: Linking, isDryRun: boolean): FileOutcome {
  if (plan.action === 'unchanged' || plan.action === 'kept') return toOutcome(plan, linking, plan.action)
  return toOutcome(plan, linking, isDryRun ? (plan.action === 'create' ? 'created' : 'updated') : 'waiting')
}

/** Reads the texts of one batch again: the survey kept only what they are. */
async function saveBatch(batch: readonly Plan[], linking: Linking, store: PolicyStore) {
  const outcomes: FileOutcome[] = []
  const saved = new Map<string, string>()
  const ready: { plan: Plan; entry: PolicyEntry }[] = []
  for (const plan of batch) {
    const { file, version } = plan.candidate
    const loaded = await loadPolicy(file)
    if (!loaded.ok) {
      outcomes.push(toOutcome(plan, linking, 'skipped', loaded.problem))
      continue
    }
    const validity = linking.links.get(version.key)?.validity ?? 'effective'
    const documentId = plan.stored?.documentId ?? null
    ready.push({ plan, entry: { documentId, key: version.key, hash: loaded.hash, policy: loaded.policy, validity } })
  }
  const results = await store.save(ready.map(({ entry }) => entry))
  for (const [index, { plan, entry }] of ready.entries()) {
    const result = results[index]
    if (result?.ok) {
      saved.set(entry.key, result.documentId)
      outcomes.push(toOutcome(plan, linking, entry.documentId ? 'updated' : 'created'))
    } else {
      outcomes.push(toOutcome(plan, linking, 'skipped', problem('refused', result?.reason ?? '没有答复。')))
    }
  }
  return { outcomes, saved }
}

async function inBatches<T>(
  items: readonly T[],
  options: ImportOptions,
  phase: Phase,
  work: (batch: T[]) => Promise<void>,
) {
  for (let from = 0; from < items.length; from += BATCH_SIZE) {
    if (options.isInterrupted()) return false
    const batch = items.slice(from, from + BATCH_SIZE)
    await work(batch)
    options.onProgress(phase, from + batch.length, items.length)
  }
  return true
}

const toVersionOutcomes = ({ links }: Linking): VersionOutcome[] =>
  [...links.values()].flatMap(({ key, replaces }) =>
    replaces.map((older) => ({ newer: key, older, isRepeal: links.get(older)?.validity === 'repealed' })),
  )

/** @throws what the folder or the store throws: then nothing of the batch in hand was written */
export async function importPolicies(options: ImportOptions): Promise<ImportResult> {
  const { store } = options
  const scan = await scanFolder(options.folder)
  const surveyed = await surveyAll(scan, options)
  const stored = (await store?.imported()) ?? []
  const byKey = new Map(stored.map((one) => [one.key, one]))
  const plans = surveyed.flatMap((one) =>
    one.ok ? [planFile(one.candidate, byKey.get(one.candidate.version.key) ?? null, options.publishesWaiting)] : [],
  )
  const linking = planLinks(plans, stored, options.today)
  const outcomes = new Map<string, FileOutcome>()
  for (const one of surveyed) {
    if (!one.ok)
      outcomes.set(one.file.path, {
        path: one.file.path,
        title: null,
        result: 'skipped',
        decisions: [],
        problem: one.problem,
      })
  }
  for (const plan of plans) outcomes.set(plan.candidate.file.path, firstOutcome(plan, linking, store === null))
  let isComplete = surveyed.length === scan.files.length
  if (store) {
    const saved = new Map<string, string>()
    isComplete &&= await inBatches(plans.filter(changes), options, 'save', async (batch) => {
      const done = await saveBatch(batch, linking, store)
      for (const outcome of done.outcomes) outcomes.set(outcome.path, outcome)
      for (const [key, documentId] of done.saved) saved.set(key, documentId)
    })
    const links: PolicyLink[] = isComplete ? changedLinks(linking, stored, saved) : []
    isComplete &&= await inBatches(links, options, 'link', (batch) => store.link(batch))
  }
  const sorted = [...outcomes.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  return { outcomes: sorted, versions: toVersionOutcomes(linking), ignored: scan.ignored, interrupted: !isComplete }
}
