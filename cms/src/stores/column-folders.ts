/** A folder of the media library for each column, and one for each kind whose documents stand in no single column. */
import type { Core } from '@strapi/types'
import { type Kind, kindOf, uidOf } from '../domain/content/kinds'

const TABLE = 'column_folders'
const FOLDER = 'plugin::upload.folder'
const FILE = 'plugin::upload.file'

type FolderService = { create(data: { name: string; parent: null }): Promise<{ id: number }> }
type Owner = { key: string; name: string }

const folderOf = async (strapi: Core.Strapi, key: string): Promise<number | null> => {
  const row: { folder_id: number } | undefined = await strapi.db.transaction(({ trx }) =>
    trx(TABLE).where({ owner: key }).first('folder_id'),
  )
  if (!row) return null
  return (await strapi.db.query(FOLDER).findOne({ where: { id: row.folder_id } })) ? row.folder_id : null
}

/** One that an editor has made by that name at the top is taken. */
async function makeFolder(strapi: Core.Strapi, { key, name }: Owner): Promise<number> {
  return strapi.db.transaction(async ({ trx }) => {
    const known = await strapi.db.query(FOLDER).findOne({ where: { name, parent: null } })
    const service = strapi.plugin('upload').service('folder') as FolderService
    const { id } = known ?? (await service.create({ name, parent: null }))
    await trx(TABLE).insert({ owner: key, folder_id: id, name }).onConflict('owner').merge()
    return id
  })
}

const ensureFolder = async (strapi: Core.Strapi, owner: Owner) =>
  (await folderOf(strapi, owner.key)) ?? (await makeFolder(strapi, owner))

const ownerOfColumn = ({ documentId, name }: { documentId: string; name: string }): Owner => {
  return { key: `column:${documentId}`, name }
}

/** Makes the folder of a column, and lets it follow the column's name unless an editor has named it himself. */
export async function keepColumnFolder(strapi: Core.Strapi, column: { documentId: string; name: string }) {
  const owner = ownerOfColumn(column)
  const id = await ensureFolder(strapi, owner)
  await strapi.db.transaction(async ({ trx }) => {
    const row: { name: string } | undefined = await trx(TABLE).where({ owner: owner.key }).first('name')
    const folder = await strapi.db.query(FOLDER).findOne({ where: { id } })
    if (row?.name === column.name || folder?.name !== row?.name) return
    if (await strapi.db.query(FOLDER).findOne({ where: { name: column.name, parent: null } })) return
    await strapi.db.query(FOLDER).update({ where: { id }, data: { name: column.name } })
    await trx(TABLE).where({ owner: owner.key }).update({ name: column.name })
  })
}

export async function ensureColumnFolders(strapi: Core.Strapi) {
  const columns = await strapi.db.query('api::column.column').findMany({ select: ['documentId', 'name'] })
  for (const column of columns) await keepColumnFolder(strapi, column as { documentId: string; name: string })
}

async function columnOf(strapi: Core.Strapi, kind: Kind, documentId: string | null) {
  if (!('column' in strapi.contentType(uidOf(kind)).attributes)) return null
  const draft = documentId
    ? await strapi.db.query(uidOf(kind)).findOne({ where: { documentId, publishedAt: null }, populate: ['column'] })
    : null
  if (draft?.column) return draft.column
  const columns = await strapi.db.query('api::column.column').findMany({ where: { kind }, limit: 2 })
  return columns.length === 1 ? columns[0] : null
}

/** The folder for what is uploaded from the form of a document; `documentId` is null while it is new. */
export async function folderForDocument(strapi: Core.Strapi, uid: string, documentId: string | null) {
  const kind = kindOf(uid)
  if (!kind) return null
  const column = await columnOf(strapi, kind, documentId)
  if (column) return ensureFolder(strapi, ownerOfColumn(column))
  return ensureFolder(strapi, { key: `kind:${kind}`, name: strapi.contentType(uidOf(kind)).info.displayName })
}

/** Files of the same content, the oldest first. */
export const filesOfContent = (strapi: Core.Strapi, contentHash: string, limit: number) =>
  strapi.db.query(FILE).findMany({ where: { contentHash }, populate: ['folder'], orderBy: 'id', limit })
