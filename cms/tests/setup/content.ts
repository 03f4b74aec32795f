/** Builders with valid defaults. */
import type { TestCms } from './strapi.ts'

type Data = Record<string, unknown>
export type Saved = { documentId: string; slug: string; displayDate: string | null }

const documents = (cms: TestCms, kind: string) => cms.strapi.documents(`api::${kind}.${kind}` as never)

export async function createColumn(cms: TestCms, data: Data = {}): Promise<Saved> {
  const defaults = { name: '党建要闻', slug: 'news', module: 'portal', kind: 'article', order: 1, pageSize: 20 }
  return (await documents(cms, 'column').create({
    data: { ...defaults, reviewLevels: 0, visible: true, ...data } as never,
  })) as never
}

export async function createDraft(cms: TestCms, data: Data = {}, kind = 'article'): Promise<Saved> {
  const column = (await documents(cms, 'column').findFirst({
    filters: { kind },
    sort: 'order:asc',
  } as never)) as Saved | null
  const defaults = { title: '草稿标题', body: '正文。', ...(column ? { column: column.documentId } : {}) }
  return (await documents(cms, kind).create({ data: { ...defaults, ...data } as never })) as never
}

export async function publish(cms: TestCms, { documentId }: { documentId: string }, kind = 'article') {
  return documents(cms, kind).publish({ documentId } as never)
}

export async function createPublished(cms: TestCms, data: Data = {}, kind = 'article'): Promise<Saved> {
  const saved = await createDraft(cms, data, kind)
  await publish(cms, saved, kind)
  return saved
}

/** Runs the work and answers the stable code of the refusal, or null when nothing was refused. */
export async function refusalOf(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return String((error as { details?: { code?: string } }).details?.code ?? (error as Error).message)
  }
}
