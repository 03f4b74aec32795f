/** Puts the sample's pictures, video and documents into the media library, once each. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/types'
import { z } from 'zod'
import { readYaml, sampleDir } from './sample-files.ts'

const MIME: Readonly<Record<string, string>> = {
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.mp4': 'video/mp4',
  '.mp3': 'audio/mpeg',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const listed = z.array(
  z.object({ file: z.string(), alt: z.string().nullish(), caption: z.string().nullish() }).transform((entry) => ({
    file: entry.file,
    alternativeText: entry.alt ?? '',
    caption: entry.caption ?? '',
  })),
)

export type SampleMedia = ReadonlyMap<string, { id: number; url: string }>

export async function uploadSampleMedia(strapi: Core.Strapi): Promise<SampleMedia> {
  const media = new Map<string, { id: number; url: string }>()
  for (const { file, alternativeText, caption } of listed.parse(await readYaml('media/media.yaml'))) {
    const filepath = path.join(sampleDir, 'media', file)
    const { size } = await fs.stat(filepath)
    const [uploaded] = await strapi
      .plugin('upload')
      .service('upload')
      .upload({
        data: { fileInfo: { name: file, alternativeText, caption } },
        files: { filepath, originalFilename: file, mimetype: MIME[path.extname(file)], size },
      })
    media.set(file, { id: uploaded.id, url: uploaded.url })
  }
  return media
}
