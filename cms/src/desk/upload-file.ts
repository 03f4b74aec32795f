/** A file that the desk itself brings into the media library, in the name of who asked for it. */
import type { Core } from '@strapi/types'
import type { IncomingFile } from '../media/admit-file'
import type { UploadService } from '../media/upload-service'

export type DeskState = { user?: { id: number }; userAbility: { can: (action: string) => boolean } }

export const mayUpload = ({ userAbility }: DeskState): boolean => userAbility.can('plugin::upload.assets.create')

/** @throws a refusal, where the file is none that readers may be given */
export async function uploadFile(
  strapi: Core.Strapi,
  { user }: DeskState,
  file: IncomingFile,
  alternativeText = '',
): Promise<{ url: string }> {
  const service = strapi.plugin('upload').service('upload') as UploadService
  const name = file.originalFilename ?? undefined
  const [stored] = await service.upload({ data: { fileInfo: { name, alternativeText } }, files: file }, { user })
  return { url: stored.url }
}
