/** A column has a folder in the media library from the moment it is made. */
import type { Core, Modules } from '@strapi/types'
import { keepColumnFolder } from '../stores/column-folders'

type Middleware = Modules.Documents.Middleware.Middleware

const NAMES = new Set(['create', 'update', 'clone'])

export const columnFolders =
  (strapi: Core.Strapi): Middleware =>
  async (context, next) => {
    const written = await next()
    if (context.uid !== 'api::column.column' || !NAMES.has(context.action)) return written
    const { documentId, name } = (written ?? {}) as { documentId?: string; name?: string }
    if (documentId && name) await keepColumnFolder(strapi, { documentId, name })
    return written
  }
