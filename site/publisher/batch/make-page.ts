/** Renders one page and stages its bytes, with the uploads it shows put into the tree before it. */
import fs from 'node:fs/promises'
import path from 'node:path'
import type { PendingPage } from '../journal/pending.ts'
import type { Journal } from '../journal.ts'
import type { FailureCode } from '../live-report.ts'
import { fileOf, hashOf } from '../live-tree.ts'
import { mediaIn } from '../media/names-in-page.ts'
import type { Placed, PlaceMedia } from '../media/place.ts'
import type { Render, RenderedPage } from '../renderer.ts'
import { concernsOnePage } from '../report/problem.ts'
import type { Staging } from './staging.ts'

const MAX_REASON_CHARACTERS = 500

export type StagedPage = {
  state: 'staged'
  address: string
  isNew: boolean
  /** null: the very same bytes stand already */
  temporary: string | null
  hash: string
  bytes: number
  reads: string[]
  staleAt: string | null
  media: Placed[]
}
export type GonePage = { state: 'gone'; address: string; isNew: boolean }
export type FailedPage = { state: 'failed'; address: string; isNew: boolean; code: FailureCode; reason: string }
export type Made = StagedPage | GonePage | FailedPage

export type MakeContext = {
  journal: Journal
  render: Render
  /** the tree */
  root: string
  staging: Staging
  placeMedia: PlaceMedia
}

export function failedPage({ address, isNew }: PendingPage | Made, error: unknown, otherwise: FailureCode): FailedPage {
  const { code } = error as { code?: string }
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, MAX_REASON_CHARACTERS)
  return { state: 'failed', address, isNew, code: code === 'RENDER_TIMEOUT' ? code : otherwise, reason }
}

async function stage(context: MakeContext, { address, isNew }: PendingPage, page: RenderedPage): Promise<StagedPage> {
  const { journal, root, staging, placeMedia } = context
  const file = path.join(root, fileOf(address))
  const media = await Promise.all(mediaIn(page.body).map((name) => placeMedia(root, name)))
  const hash = hashOf(page.body)
  const isSame = journal.hashOf(address) === hash
  // a name that the file system refuses is found now, while the page can still be left out
  if (isNew) await fs.mkdir(path.dirname(file), { recursive: true })
  const temporary = isSame ? null : await staging.write(page.body)
  const { reads, staleAt } = page
  return { state: 'staged', address, isNew, temporary, hash, bytes: page.body.byteLength, reads, staleAt, media }
}

/** @throws what stops every page: a full disk, a tree that cannot be written */
export async function makePage(context: MakeContext, pending: PendingPage): Promise<Made> {
  const { address, isNew } = pending
  if (pending.gone) return { state: 'gone', address, isNew }
  let page: RenderedPage
  try {
    page = await context.render(address)
  } catch (error) {
    return failedPage(pending, error, 'RENDER_FAILED')
  }
  if (page.status === 404 && address !== '/404/') return { state: 'gone', address, isNew }
  try {
    return await stage(context, pending, page)
  } catch (error) {
    if (!concernsOnePage(error)) throw error
    return failedPage(pending, error, 'WRITE_FAILED')
  }
}
