/** The batches of the publisher, as its log tells them. */
import fs from 'node:fs'
import { z } from 'zod'

const batchSchema = z.object({
  msg: z.literal('live'),
  /** when the batch was done, after its files were in place */
  time: z.number(),
  ms: z.object({ render: z.number(), flush: z.number(), place: z.number() }),
})
export type Batch = { doneAtMs: number; renderMs: number; writeMs: number }

export function readBatches(file: string): Batch[] {
  const lines = fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('{'))
  return lines.flatMap((line) => {
    const { success, data } = batchSchema.safeParse(JSON.parse(line))
    if (!success) return []
    const { time, ms } = data
    return [{ doneAtMs: time, renderMs: ms.render, writeMs: ms.flush + ms.place }]
  })
}

/** The batch that put something in place at that moment. */
export const batchOf = (batches: readonly Batch[], placedAtMs: number): Batch | undefined =>
  batches.find(({ doneAtMs }) => doneAtMs >= placedAtMs)
