/** What every page shows: columns, settings, free pages. */
import { z } from 'zod'
import { isAhead } from '../clock.ts'
import { type DocumentOf, documentSchemas } from '../documents.ts'
import { keys } from '../keys.ts'
import { type ColumnEntry, listsPosts, readColumns } from '../navigation.ts'
import type { ModuleId } from '../paths.ts'
import { askedOnce, currentReadModel, recordRead, select } from '../reads.ts'

const columnsNow = () => readColumns(currentReadModel())

export const visibleColumns = (): ColumnEntry[] => {
  recordRead(keys.columns)
  return askedOnce(columnsNow)
}

export const columnBySlug = (slug: string): ColumnEntry | null =>
  visibleColumns().find((column) => column.slug === slug) ?? null

export const columnById = (documentId: string): ColumnEntry | null =>
  visibleColumns().find((column) => column.documentId === documentId) ?? null

export const columnsOf = (module: ModuleId | 'portal'): ColumnEntry[] =>
  visibleColumns().filter((column) => column.module === module)

type Stored = DocumentOf<'site-setting'>
type Mourning = 'greyFrom' | 'greyUntil' | 'greyScope'
export type SiteSettings = Omit<Stored, Mourning | 'leads' | 'documentId' | 'publishedAt' | 'updatedAt'>
/** The columns whose posts a module shows; news and notices, which belong to none, among the first module's. */
export const listedColumnsOf = (module: ModuleId): ColumnEntry[] =>
  [...(module === 'dynamics' ? columnsOf('portal') : []), ...columnsOf(module)].filter(listsPosts)

const settingsSchema = documentSchemas['site-setting']

const unsetSettings: SiteSettings = {
  siteName: '智慧党建',
  collegeName: '陕西交通职业技术学院',
  description: null,
  logo: null,
  sponsor: null,
  organizer: null,
  address: null,
  postcode: null,
  phone: null,
  icpNumber: null,
  policeNumber: null,
  siteIdCode: null,
}

const storedSettings = (): Stored | null => {
  const [row] = select("SELECT json FROM documents WHERE kind = 'site-setting' ORDER BY document_id LIMIT 1")
  return row ? settingsSchema.parse(JSON.parse(String(row.json))) : null
}

export const siteSettings = (): SiteSettings => {
  recordRead(keys.settings)
  const stored = storedSettings()
  if (!stored) return unsetSettings
  const { leads: _leads, documentId: _id, publishedAt: _published, updatedAt: _updated, ...rest } = stored
  const { greyFrom: _from, greyUntil: _until, greyScope: _scope, ...settings } = rest
  return settings
}

/** What is grey at the time of the page being rendered; both moments are recorded as times at which it changes. */
export const greyNow = (): 'wholeSite' | 'homePage' | null => {
  recordRead(keys.mourning)
  const { greyFrom, greyUntil, greyScope } = storedSettings() ?? {}
  if (!greyFrom || !greyUntil || isAhead(greyFrom)) return null
  return isAhead(greyUntil) ? (greyScope ?? 'wholeSite') : null
}

/** documentIds of the lead articles of the home page, the largest first. */
export const leadIds = (): string[] => {
  recordRead(keys.leads)
  return storedSettings()?.leads ?? []
}

const freePageSchema = z.object({ title: z.string(), slug: z.string(), summary: z.string().nullable() })
export type FreePage = z.infer<typeof freePageSchema>

/** Pages that belong to no column; the first one where two claim a slug. */
const readFreePages = (): FreePage[] => {
  const rows = select(
    `SELECT json ->> '$.title' AS title, slug, json ->> '$.summary' AS summary FROM documents
     WHERE kind = 'page' AND json ->> '$.column' IS NULL ORDER BY slug, document_id`,
  )
  const claimed = new Set<string>()
  return rows.map((row) => freePageSchema.parse(row)).filter(({ slug }) => !claimed.has(slug) && claimed.add(slug))
}

/** Without the summaries, for the frame of every page. */
export const freePageLinks = (): Omit<FreePage, 'summary'>[] => {
  recordRead(keys.freePages)
  return readFreePages()
}

export const freePages = (): FreePage[] => {
  recordRead(keys.freePageSummaries)
  recordRead(keys.freePages)
  return readFreePages()
}
