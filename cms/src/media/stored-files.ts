/** Strapi's local provider writes into the file that readers are being sent, and that the live tree may share; ours replaces it. */
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Core } from '@strapi/types'
import { inWorkFolder, putInPlace, uploadsDir } from './folders'

type Stored = { hash: string; ext: string; url?: string; stream: Readable }

async function storeWhole(file: Stored) {
  const name = `${file.hash}${file.ext}`
  await inWorkFolder(async (folder) => {
    const made = path.join(folder, 'stored')
    await pipeline(file.stream, createWriteStream(made))
    await putInPlace(made, path.join(uploadsDir(), name))
  })
  file.url = `/uploads/${name}`
}

/** A replacement keeps hash and extension: it takes the place of the old file. */
export function storeFilesWhole(strapi: Core.Strapi) {
  Object.assign(strapi.plugin('upload').provider as object, { uploadStream: storeWhole, replaceStream: storeWhole })
}
