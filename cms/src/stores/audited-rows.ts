/** Accounts, roles, tokens, files: as the audit log compares them. Passwords are compared by their hashes, and never written. */
import type { Core, UID } from '@strapi/types'
import type { Json } from '../domain/content/snapshot'

type Row = Record<string, unknown>
export type Fields = { [name: string]: Json }

const NOT_COMPARED = new Set([
  ...['createdAt', 'updatedAt', 'createdBy', 'updatedBy', 'publishedAt', 'locale', 'localizations', 'documentId'],
  ...['resetPasswordToken', 'registrationToken', 'confirmationToken', 'lastUsedAt', 'encryptedKey'],
  ...['formats', 'provider', 'provider_metadata', 'previewUrl', 'related', 'folderPath', 'path', 'pathId'],
])

/** Which relations tell something, and how one at the other end is called. */
const RELATIONS: Record<string, Record<string, (row: Row) => string>> = {
  'admin::user': { roles: ({ name }) => String(name) },
  'admin::role': {
    permissions: ({ action, subject, conditions, properties }) => {
      const fields = (properties as { fields?: string[] } | null)?.fields
      const limits = [...((conditions as string[] | null) ?? []), ...(fields ? [`${fields.length} 个字段`] : [])]
      return [action, subject, ...limits].filter(Boolean).join(' ')
    },
  },
  'admin::api-token': { permissions: ({ action }) => String(action) },
  'admin::transfer-token': { permissions: ({ action }) => String(action) },
  'plugin::users-permissions.role': { permissions: ({ action }) => String(action) },
  'plugin::users-permissions.user': { role: ({ name }) => String(name) },
  'plugin::upload.file': { folder: ({ name }) => String(name) },
  'plugin::upload.folder': { parent: ({ name }) => String(name) },
}

function relationOf(describe: (row: Row) => string, value: unknown): Json {
  if (Array.isArray(value)) return value.map((row) => describe(row as Row)).sort()
  return value ? describe(value as Row) : null
}

/** @returns null when there is no such row */
export async function readAuditedRow(strapi: Core.Strapi, uid: string, where: Row): Promise<Fields | null> {
  const relations = RELATIONS[uid] ?? {}
  const { attributes } = strapi.getModel(uid as UID.Schema)
  const row: Row | null = await strapi.db
    .query(uid as UID.Schema)
    .findOne({ where, populate: Object.keys(relations).filter((name) => name in attributes) })
  if (!row) return null
  const fields: Fields = {}
  for (const [name, { type }] of Object.entries(attributes)) {
    if (NOT_COMPARED.has(name)) continue
    if (type === 'relation') {
      if (relations[name]) fields[name] = relationOf(relations[name], row[name])
    } else fields[name] = JSON.parse(JSON.stringify(row[name] ?? null)) as Json
  }
  return fields
}

export function nameOfRow(fields: Fields | null): string | null {
  if (!fields) return null
  const person = `${fields.lastname ?? ''}${fields.firstname ?? ''}`
  const name = fields.name || fields.username || person || fields.email || fields.title
  return typeof name === 'string' && name ? name : null
}
