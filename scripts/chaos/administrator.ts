/** Now and then somebody changes a column or the settings: every page is rendered anew. */
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { Complaints } from './complaints.ts'
import { COLLECTION, type Desk } from './desk.ts'
import type { Column } from './post.ts'
import type { Random } from './random.ts'
import type { Tally } from './writer.ts'

const SETTINGS = '/content-manager/single-types/api::site-setting.site-setting'
const LEAST_PAUSE_MS = 1500
const MOST_PAUSE_MS = 6000

const dataSchema = z.object({ data: z.record(z.string(), z.unknown()) })

export type Edited = { rows: number }
type Settings = {
  desk: Desk
  random: Random
  columns: readonly Column[]
  complaints: Complaints
  tally: Tally
  signal: AbortSignal
}

export function openAdministrator({ desk, random, columns, complaints, tally, signal }: Settings) {
  const edited = new Map<string, Edited>()
  let count = 0

  async function change(key: string, address: string, field: 'intro' | 'phone') {
    count += 1
    const words = `第 ${count} 次修改`
    const answer = await desk.send('PUT', address, { [field]: words })
    if (answer && answer.status >= 300)
      return complaints.add(`a change of ${key} was refused: ${answer.status} ${JSON.stringify(answer.json)}`)
    if (answer) tally.acknowledged += 1
    else tally.lost += 1
    const found = answer ?? (await desk.read(address))
    const took = dataSchema.parse(found.json).data[field] === words
    if (answer && !took) complaints.add(`a change of ${key} was acknowledged and did not take place`)
    if (!took) return
    if (!answer) tally.happened += 1
    const before = edited.get(key)?.rows ?? 0
    edited.set(key, { rows: before + 1 })
  }

  return {
    /** kind and documentId (of settings: the kind alone) → rows that the change log must have */
    edited,
    async step() {
      await sleep(random.between(LEAST_PAUSE_MS, MOST_PAUSE_MS), undefined, { signal })
      if (random.isOneIn(3)) return change('site-setting', SETTINGS, 'phone')
      const { documentId } = random.oneOf(columns)
      await change(`column ${documentId}`, `${COLLECTION}/api::column.column/${documentId}`, 'intro')
    },
  }
}
