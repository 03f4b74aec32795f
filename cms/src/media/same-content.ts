/** Files are known by their content: who uploads what is there already is told so. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { filesOfContent } from '../stores/column-folders'
import type { AdmittedFile } from './admit-file'
import type { FileRow } from './upload-service'

const TOLD = 5

/** Pictures have theirs from the moment they are stored (upload-plugin.ts): it is how they find their smaller versions. */
export async function keepHashes(strapi: Core.Strapi, made: FileRow[], admitted: AdmittedFile[]): Promise<FileRow[]> {
  for (const [index, row] of made.entries()) {
    const file = admitted[index]
    if (!file || file.picture) continue
    await strapi.db.query('plugin::upload.file').update({ where: { id: row.id }, data: { contentHash: file.hash } })
  }
  return made
}

/** For programs: `X-Existing-File` holds the numbers of files with the same content. */
export async function tellExisting(strapi: Core.Strapi, admitted: AdmittedFile[]) {
  const context = strapi.requestContext.get() as Context | undefined
  if (!context) return
  const ids: number[] = []
  for (const { hash } of admitted) ids.push(...(await filesOfContent(strapi, hash, TOLD)).map(({ id }) => Number(id)))
  if (ids.length > 0) context.set('X-Existing-File', ids.join(','))
}
