/** Makes the AVIF versions of one picture, in a process of its own: it takes seconds of processor time, and gives way to everyone. */
import os from 'node:os'
import sharp from 'sharp'
import type { Picture } from '../../stores/pictures'
import { inWorkFolder } from '../folders'
import { originalPath } from '../keep-picture'
import { renderPicture } from '../render-picture'

const LOWEST_PRIORITY = 19

os.setPriority(LOWEST_PRIORITY)
sharp.concurrency(1)
// nobody waits for it any more
process.on('disconnect', () => process.exit())

process.once('message', async (picture: Picture) => {
  const { hash, extension } = picture
  const renditions = await inWorkFolder((folder) =>
    renderPicture(originalPath(hash, extension), hash, picture, 'avif', folder),
  )
  process.send?.(renditions, () => process.exit())
})
