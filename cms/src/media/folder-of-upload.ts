/** Uploads from the form of a document land in the folder of its column: the desk's own address says which form it is. */
import type { Core } from '@strapi/types'
import type { Context } from 'koa'
import { folderForDocument } from '../stores/column-folders'

type FileInfo = Record<string, unknown> & { folder?: unknown }
export type UploadData = Record<string, unknown> & { fileInfo?: FileInfo | FileInfo[] }

const FORM = /\/admin\/content-manager\/(?:collection|single)-types\/([a-z]+::[a-z.-]+)(?:\/([a-z0-9]+))?(?:[/?#]|$)/
const NEW = 'create'

async function folderOfForm(strapi: Core.Strapi): Promise<number | null> {
  const context = strapi.requestContext.get() as Context | undefined
  const [, uid, documentId = NEW] = FORM.exec(context?.get('referer') ?? '') ?? []
  return uid ? folderForDocument(strapi, uid, documentId === NEW ? null : documentId) : null
}

/** A folder that was chosen stands. */
export async function withFolder(strapi: Core.Strapi, data: UploadData): Promise<UploadData> {
  const infos = [data.fileInfo ?? {}].flat()
  if (infos.every(({ folder }) => folder !== undefined && folder !== null)) return data
  const folder = await folderOfForm(strapi)
  if (folder === null) return data
  const placed = infos.map((info) => ({ ...info, folder: info.folder ?? folder }))
  return { ...data, fileInfo: Array.isArray(data.fileInfo) ? placed : placed[0] }
}
