/** Removes originals and smaller versions that no file names any more. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/types'
import { dropUnused, knownPictures, unusedPictures } from '../../stores/unused-pictures'
import { originalsDir, uploadsDir } from '../folders'
import { originalPath } from '../keep-picture'
import { removeRenditions } from '../render-picture'

/** A page that is being rendered, or an upload on its way, may still count on them. */
export const GRACE_MS = 24 * 60 * 60 * 1000

const OURS = /^([0-9a-f]{32})(?:-\d+\.(?:webp|avif)|\.[a-z]+)(?:\.[0-9a-f]{8}\.tmp)?$/
const UNFINISHED = /\.[0-9a-f]{8}\.tmp$/

async function oldFiles(folder: string, before: Date): Promise<string[]> {
  const names = await fs.readdir(folder).catch(() => [])
  const ours = names.filter((name) => OURS.test(name) || UNFINISHED.test(name))
  const old: string[] = []
  for (const name of ours) {
    const stat = await fs.stat(path.join(folder, name)).catch(() => null)
    if (stat && stat.mtimeMs < before.getTime()) old.push(name)
  }
  return old
}

/** What a killed process wrote and never recorded. */
async function removeStrays(strapi: Core.Strapi, folder: string, before: Date): Promise<number> {
  const old = await oldFiles(folder, before)
  const known = await knownPictures(
    strapi,
    old.flatMap((name) => OURS.exec(name)?.[1] ?? []),
  )
  const strays = old.filter((name) => UNFINISHED.test(name) || !known.has(OURS.exec(name)?.[1] ?? ''))
  for (const name of strays) await fs.rm(path.join(folder, name), { force: true })
  return strays.length
}

/** @returns how many pictures and stray files went */
export async function collectGarbage(strapi: Core.Strapi, now: Date): Promise<{ pictures: number; strays: number }> {
  const before = new Date(now.getTime() - GRACE_MS)
  let pictures = 0
  for (const unused of await unusedPictures(strapi, before)) {
    const gone = await dropUnused(strapi, unused, before, async (renditions) => {
      await removeRenditions(renditions)
      await fs.rm(originalPath(unused.hash, unused.extension), { force: true })
    })
    if (gone) pictures += 1
  }
  const strays =
    (await removeStrays(strapi, uploadsDir(), before)) + (await removeStrays(strapi, originalsDir(), before))
  return { pictures, strays }
}
