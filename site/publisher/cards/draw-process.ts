/** Draws cards, in a process of its own: it takes processor time and memory, and gives way to everyone. */
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { moveInto, openStaging } from '../batch/staging.ts'
import type { Answer, Task } from './artist.ts'
import { drawCard } from './draw.ts'
import { STAGING } from './folder.ts'
import { readOutlines } from './outlines.ts'

const LOWEST_PRIORITY = 19

os.setPriority(LOWEST_PRIORITY)
sharp.concurrency(1)
// nobody waits for it any more
process.on('disconnect', () => process.exit())

const outlines = readOutlines()

async function draw({ design, shape, file, uploadsDir, cardsDir }: Task) {
  const staging = openStaging(path.join(cardsDir, STAGING))
  const bytes = await drawCard(design, shape, { uploadsDir, outlines })
  await moveInto(await staging.write(bytes), path.join(cardsDir, file))
}

process.on('message', async (task: Task) => {
  const answer: Answer = await draw(task).then(
    () => ({ problem: null }),
    (error: Error) => ({ problem: error.message }),
  )
  process.send?.(answer)
})
