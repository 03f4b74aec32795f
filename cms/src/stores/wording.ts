/** The wording list as it is stored, and compiled once a revision: every publish asks it. */
import { randomInt } from 'node:crypto'
import type { Core } from '@strapi/types'
import type { Severity } from '../domain/checks/finding'
import { foldText } from '../domain/checks/fold'
import { compileWording, type Wording, type WordingEntry } from '../domain/checks/wording'
import { splitExceptions, type WordingPreview } from '../domain/checks/wording-file'
import { nextNumber } from './counters'

export const WORDING_UID = 'api::wording.wording'
const REVISION = 'wording'
const CHANGES = ['Create', 'CreateMany', 'Update', 'UpdateMany', 'Delete', 'DeleteMany'] as const
const ROWS_PER_INSERT = 100

type Row = {
  id: number
  wrong: string
  right: string | null
  severity: Severity
  exceptions: string | null
  note: string | null
}

const query = (strapi: Core.Strapi) => strapi.db.query(WORDING_UID)

const entryOf = ({ wrong, right, severity, exceptions, note }: Row): WordingEntry => ({
  ...{ wrong, right: right || null, severity, exceptions: splitExceptions(exceptions ?? ''), note: note || null },
})

const rowsOf = (strapi: Core.Strapi): Promise<Row[]> => query(strapi).findMany({ orderBy: { wrong: 'asc' } })

export async function allWording(strapi: Core.Strapi): Promise<WordingEntry[]> {
  return (await rowsOf(strapi)).map(entryOf)
}

async function revisionOf(strapi: Core.Strapi): Promise<number> {
  const row: { value: number | string } | undefined = await strapi.db.transaction(({ trx }) =>
    trx('counters').where({ name: REVISION }).first('value'),
  )
  return Number(row?.value ?? 0)
}

/** Call in `bootstrap`. Whoever changes the list, and in whichever way, makes a new revision of it. */
export function countRevisions(strapi: Core.Strapi) {
  const count = async () => {
    await nextNumber(strapi, REVISION)
  }
  strapi.db.lifecycles.subscribe({
    models: [WORDING_UID],
    ...Object.fromEntries(CHANGES.map((change) => [`after${change}`, count])),
  })
}

export type WordingReader = () => Promise<Wording>

/** Reads the list when its revision has changed: also when another instance has changed it. */
export function createWordingReader(strapi: Core.Strapi): WordingReader {
  let held: { revision: number; wording: Wording } | null = null
  return async () => {
    const revision = await revisionOf(strapi)
    if (held?.revision === revision) return held.wording
    const wording = compileWording(await allWording(strapi))
    held = { revision, wording }
    return wording
  }
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
/** as Strapi makes them: 24 characters, a letter first */
const createDocumentId = () =>
  Array.from({ length: 24 }, (_, index) => ALPHABET[randomInt(index === 0 ? 26 : 36)]).join('')

const stored = ({ wrong, right, severity, exceptions, note }: WordingEntry) => ({
  ...{ wrong, right, severity, exceptions: exceptions.join('、') || null, note },
})

/** All or nothing. */
export async function applyWording(strapi: Core.Strapi, { added, changed }: Pick<WordingPreview, 'added' | 'changed'>) {
  await strapi.db.transaction(async () => {
    const now = new Date()
    const rows = added.map((entry) => ({
      ...stored(entry),
      ...{ documentId: createDocumentId(), createdAt: now, updatedAt: now, publishedAt: now },
    }))
    for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
      await query(strapi).createMany({ data: rows.slice(start, start + ROWS_PER_INSERT) })
    }
    if (changed.length === 0) return
    const idOf = new Map((await rowsOf(strapi)).map(({ id, wrong }) => [foldText(wrong), id]))
    for (const { after } of changed) {
      await query(strapi).update({
        where: { id: idOf.get(foldText(after.wrong)) },
        data: { ...stored(after), updatedAt: now },
      })
    }
  })
}

/** Once in the life of an installation: what somebody deletes afterwards stays deleted. */
export async function installDefaultWording(strapi: Core.Strapi, entries: readonly WordingEntry[]) {
  const store = strapi.store({ type: 'desk', name: 'wording' })
  if (await store.get({ key: 'installed' })) return
  await strapi.db.transaction(async () => {
    const known = new Set((await allWording(strapi)).map(({ wrong }) => foldText(wrong)))
    await applyWording(strapi, { added: entries.filter(({ wrong }) => !known.has(foldText(wrong))), changed: [] })
    await store.set({ key: 'installed', value: true })
  })
}
