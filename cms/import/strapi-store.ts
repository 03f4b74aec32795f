/** The CMS as the importer's store: documents through its document service, so that every rule and the change log apply. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '@strapi/types'
import { type Clearance, leaveForReview } from './clearance.ts'
import { findRepealed } from './effect.ts'
import { type Row, toData, toTime, versionDateOf } from './policy-rows.ts'
import type { PolicyEntry, PolicyLink, PolicyStore, Saved, StoredPolicy } from './store.ts'

const UID = 'api::policy.policy'
const COLUMN_SLUG = 'policies'
/** SQLite hands its one write lock to whoever asks at the right moment: between batches an editor gets a turn. */
const PAUSE_MS = 25
const RETRIES = 8
const RETRY_AFTER_MS = 250
const BUSY = /SQLITE_BUSY|database is locked|40001|40P01|55P03/
const REFUSALS = new Set(['ValidationError', 'YupValidationError', 'ApplicationError', 'ForbiddenError', 'PolicyError'])

/** Strapi's own type knows the attributes only after generating code into the project. */
type PolicyDocuments = {
  create(params: { data: object }): Promise<{ documentId: string }>
  update(params: { documentId: string; data: object }): Promise<{ documentId: string } | null>
  publish(params: { documentId: string }): Promise<unknown>
}

const isRefusal = (error: unknown): error is Error => error instanceof Error && REFUSALS.has(error.name)
const isBusy = (error: unknown) => BUSY.test(`${(error as { code?: string }).code ?? ''} ${String(error)}`)

/** Without it the CMS takes its only column for policies, or refuses. */
async function findColumn(strapi: Core.Strapi): Promise<string | undefined> {
  const column = await strapi.db.query('api::column.column').findOne({ where: { slug: COLUMN_SLUG, kind: 'policy' } })
  return column?.documentId
}

export class StrapiPolicyStore implements PolicyStore {
  readonly #strapi: Core.Strapi
  readonly #table: string
  readonly #clear: Clearance
  /** ids of what was saved and not published */
  readonly leftForReview = new Set<string>()

  constructor(strapi: Core.Strapi, clear: Clearance = leaveForReview(strapi)) {
    this.#strapi = strapi
    this.#clear = clear
    this.#table = strapi.contentType(UID).collectionName as string
  }

  async imported(): Promise<StoredPolicy[]> {
    const query = this.#strapi.db.query(UID)
    const drafts = { publishedAt: null, importKey: { $notNull: true } }
    const rows: Row[] = await query.findMany({
      where: drafts,
      select: [
        ...['documentId', 'title', 'importKey', 'importHash', 'importedAt', 'updatedAt'],
        ...['displayDate', 'effectiveOn', 'validity'],
      ],
      populate: { replaces: { select: ['documentId'] } },
      orderBy: { id: 'asc' },
    })
    const published: { documentId: string }[] = await query.findMany({
      where: { publishedAt: { $notNull: true }, importKey: { $notNull: true } },
      select: ['documentId'],
    })
    const repealing: { documentId: string; title: string; body: string }[] = await query.findMany({
      where: { ...drafts, body: { $contains: '废止' } },
      select: ['documentId', 'title', 'body'],
    })
    const known: { document_id: string }[] = await this.#strapi.db.transaction(({ trx }) =>
      trx('publication_changes').distinct('document_id').where({ kind: 'policy' }),
    )
    const everPublic = new Set(known.map(({ document_id }) => document_id))
    const publicIds = new Set(published.map(({ documentId }) => documentId))
    const repeals = new Map(repealing.map((row) => [row.documentId, findRepealed(row.body.split('\n\n'), row.title)]))
    // a copy made at the desk carries the key, too: the first is the imported one
    const first = new Map(rows.toReversed().map((row) => [row.importKey, row]))
    return [...first.values()].map((row) => ({
      documentId: row.documentId,
      key: row.importKey,
      hash: row.importHash ?? '',
      title: row.title,
      versionDate: versionDateOf(row),
      effectiveOn: row.effectiveOn,
      repeals: repeals.get(row.documentId) ?? [],
      validity: row.validity,
      replaces: row.replaces.map(({ documentId }) => documentId),
      isPublished: publicIds.has(row.documentId),
      wasPublic: everPublic.has(row.documentId),
      isEdited: toTime(row.importedAt) !== toTime(row.updatedAt),
    }))
  }

  async save(entries: readonly PolicyEntry[]): Promise<Saved[]> {
    const column = await findColumn(this.#strapi)
    try {
      return await this.#inTransaction(async () => {
        const saved: Saved[] = []
        for (const entry of entries) saved.push({ ok: true, documentId: await this.#saveOne(entry, column) })
        return saved
      })
    } catch (error) {
      if (!isRefusal(error)) throw error
      return this.#saveApart(entries, column)
    }
  }

  async link(links: readonly PolicyLink[]): Promise<void> {
    const documents = this.#documents()
    await this.#inTransaction(async () => {
      for (const { documentId, validity, replaces } of links) {
        await documents.update({ documentId, data: { validity, replaces: { set: replaces } } })
        await this.#publish(documentId)
        await this.#markImported(documentId)
      }
    })
  }

  #documents = () => this.#strapi.documents(UID) as unknown as PolicyDocuments

  async #saveApart(entries: readonly PolicyEntry[], column: string | undefined): Promise<Saved[]> {
    const saved: Saved[] = []
    for (const entry of entries) {
      try {
        const documentId = await this.#inTransaction(() => this.#saveOne(entry, column))
        saved.push({ ok: true, documentId })
      } catch (error) {
        if (!isRefusal(error)) throw error
        saved.push({ ok: false, reason: error.message })
      }
    }
    return saved
  }

  async #saveOne(entry: PolicyEntry, column: string | undefined): Promise<string> {
    const documents = this.#documents()
    const data = toData(entry)
    const saved = entry.documentId
      ? await documents.update({ documentId: entry.documentId, data })
      : await documents.create({ data: { ...data, ...(column ? { column } : {}) } })
    if (!saved) throw new Error(`Policy ${entry.documentId} is gone`)
    await this.#publish(saved.documentId)
    await this.#markImported(saved.documentId)
    return saved.documentId
  }

  async #publish(documentId: string) {
    if (await this.#clear(documentId)) await this.#documents().publish({ documentId })
    else this.leftForReview.add(documentId)
  }

  /** As long as the two agree, nobody has saved the document after the import. */
  async #markImported(documentId: string) {
    await this.#strapi.db.transaction(async ({ trx }) => {
      await trx(this.#table)
        .where({ document_id: documentId })
        .update({ imported_at: trx.ref('updated_at') })
    })
  }

  async #inTransaction<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const result = await this.#strapi.db.transaction(async ({ trx }) => {
          // SQLite: a transaction that reads first cannot wait for the lock once somebody else has written
          await trx(this.#table).where({ id: -1 }).update({ import_hash: null })
          return work()
        })
        await sleep(PAUSE_MS)
        return result
      } catch (error) {
        if (attempt > RETRIES || !isBusy(error)) throw error
        await sleep(RETRY_AFTER_MS * attempt)
      }
    }
  }
}
