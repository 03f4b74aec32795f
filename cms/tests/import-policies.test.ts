/** The importer of policy texts against a real Strapi. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { publishAtOnce } from '../import/clearance.ts'
import { type ImportOptions, importPolicies } from '../import/import-policies.ts'
import { StrapiPolicyStore } from '../import/strapi-store.ts'
import { makeSourceFolder, policyText, type SourceFolder } from '../import/testing/source-folder.ts'
import { publish } from './setup/content.ts'
import { passReview } from './setup/review.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const UID = 'api::policy.policy'
const ADOPTED = '2010年1月1日 第十一届全国人民代表大会第三次会议通过'
const REVISED = `${ADOPTED}\n2020年2月2日 某次会议修订`
const OLDER = '法律/甲法(2010-01-01)'
const NEWER = '法律/甲法(2020-02-02)'

type Row = Record<string, unknown> & {
  documentId: string
  replaces: { title: string }[]
  replacedBy: { title: string }[]
}

let cms: TestCms
let source: SourceFolder

const store = () => new StrapiPolicyStore(cms.strapi)
const run = (more: Partial<ImportOptions> = {}) =>
  importPolicies({
    folder: source.folder,
    store: store(),
    today: '2026-11-23',
    onProgress: () => undefined,
    isInterrupted: () => false,
    ...more,
  })

async function find(key: string, state: 'draft' | 'public'): Promise<Row> {
  const row: Row | null = await cms.strapi.db.query(UID).findOne({
    where: { importKey: key, publishedAt: state === 'public' ? { $notNull: true } : null },
    populate: { replaces: true, replacedBy: true, column: true },
  })
  if (!row) throw new Error(`no ${state} ${key}`)
  return row
}

const changes = async (): Promise<string[]> => {
  const rows: { event: string }[] = await cms.strapi.db.connection('publication_changes').orderBy('sequence')
  return rows.map(({ event }) => event)
}

async function clear() {
  await cms.strapi.db.query(UID).deleteMany({ where: { id: { $notNull: true } } })
  await cms.strapi.db.connection('publication_changes').delete()
}

/** What an editor does at the desk. */
const edit = (documentId: string, data: object) => cms.strapi.documents(UID).update({ documentId, data } as never)

beforeAll(async () => {
  cms = await startCms()
  const column = {
    slug: 'policies',
    name: '政策法规',
    kind: 'policy',
    module: 'dynamics',
    order: 6,
    pageSize: 20,
    reviewLevels: 0,
  }
  await cms.strapi.documents('api::column.column').create({ data: column, status: 'published' } as never)
}, 60_000)
afterAll(() => cms.stop())

beforeEach(async () => {
  source = await makeSourceFolder({
    [`${OLDER}.md`]: policyText('中华人民共和国甲法', ADOPTED),
    [`${NEWER}.md`]: policyText('中华人民共和国甲法', REVISED),
  })
})
afterEach(async () => {
  await source.remove()
  await clear()
})

describe('importing into the CMS', () => {
  it('publishes each text with its facts, its column and an address of its date', async () => {
    const { outcomes } = await run()
    expect(outcomes.map(({ result }) => result)).toEqual(['created', 'created'])
    expect(await find(OLDER, 'public')).toMatchObject({
      title: '中华人民共和国甲法',
      slug: '20100101-01',
      issuer: '全国人民代表大会',
      source: '全国人民代表大会',
      subject: '法律',
      adoptedOn: '2010-01-01',
      validity: 'amended',
      history: ADOPTED,
      body: '## 第一章 总则\n\n第一条 甲。\n\n第二条 乙。\n',
      column: { slug: 'policies' },
    })
    expect(new Date((await find(NEWER, 'public')).displayDate as string).toISOString()).toBe('2020-02-02T01:00:00.000Z')
  })

  it('links versions on both sides, published and draft, and logs the newer', async () => {
    await run()
    for (const state of ['draft', 'public'] as const) {
      expect((await find(NEWER, state)).replaces).toHaveLength(1)
      expect((await find(OLDER, state)).replacedBy).toHaveLength(1)
    }
    expect(await changes()).toEqual(['published', 'published', 'updated'])
  })

  it('a second run writes nothing', async () => {
    await run()
    const before = await changes()
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['unchanged', 'unchanged'])
    expect(await changes()).toEqual(before)
  })

  it('a changed source keeps address and relations', async () => {
    await run()
    const before = await find(OLDER, 'public')
    await source.write(`${OLDER}.md`, policyText('中华人民共和国甲法', ADOPTED, '改。'))
    await run()
    const after = await find(OLDER, 'public')
    expect(after.body).toContain('乙。改。')
    expect([after.slug, after.documentId]).toEqual([before.slug, before.documentId])
    expect(after.replacedBy).toHaveLength(1)
    expect((await find(NEWER, 'public')).replaces).toHaveLength(1)
  })

  it('a newer version of a later run takes over', async () => {
    await run()
    await source.write('法律/甲法(2024-03-03).md', policyText('中华人民共和国甲法', '2024年3月3日 某次会议修订'))
    await run()
    expect(await find(NEWER, 'public')).toMatchObject({ validity: 'amended', replaces: [{}], replacedBy: [{}] })
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['unchanged', 'unchanged', 'unchanged'])
  })

  it('what an editor changed, even without publishing, is kept', async () => {
    await run()
    const { documentId } = await find(NEWER, 'draft')
    await edit(documentId, { interpretation: '解读' })
    await source.write(`${NEWER}.md`, policyText('中华人民共和国甲法', REVISED, '改。'))
    const before = await changes()
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['unchanged', 'kept'])
    expect(await changes()).toEqual(before)
    expect((await find(NEWER, 'draft')).interpretation).toBe('解读')
    expect((await find(NEWER, 'public')).interpretation).toBeNull()
  })

  it('what an editor took down stays down', async () => {
    await run()
    const { documentId } = await find(NEWER, 'draft')
    await cms.strapi.documents(UID).unpublish({ documentId } as never)
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['unchanged', 'kept'])
    expect((await find(OLDER, 'public')).validity).toBe('effective')
  })

  it('a copy made at the desk is nobody else', async () => {
    await run()
    const { documentId } = await find(NEWER, 'draft')
    await cms.strapi.documents(UID).clone({ documentId } as never)
    await source.write(`${NEWER}.md`, policyText('中华人民共和国甲法', REVISED, '改。'))
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['unchanged', 'updated'])
    expect((await find(NEWER, 'public')).documentId).toBe(documentId)
  })

  it('one text that the desk refuses does not hold back its batch', async () => {
    const entry = (key: string, title: string) => ({
      documentId: null,
      key,
      hash: key,
      validity: 'effective' as const,
      policy: {
        ...{
          title,
          shortTitle: title,
          versionKey: title,
          category: null,
          versionDate: null,
          history: [],
          issuer: null,
        },
        ...{ documentNumber: null, adoptedOn: null, issuedOn: null, effectiveOn: null, repeals: [], decisions: [] },
        body: '正文。',
      },
    })
    const saved = await store().save([entry('甲', '甲规定'), entry('乙', '乙'.repeat(200)), entry('丙', '丙规定')])
    expect(saved.map(({ ok }) => ok)).toEqual([true, false, true])
    expect((await find('丙', 'public')).title).toBe('丙规定')
    await expect(find('乙', 'draft')).rejects.toThrow('no draft 乙')
  })
})

describe('where the column asks for reviews', () => {
  const levelsOf = (reviewLevels: number) =>
    cms.strapi.db.query('api::column.column').updateMany({ data: { reviewLevels } })
  beforeAll(() => levelsOf(2))
  afterAll(() => levelsOf(0))

  it('texts come in as drafts and stay inside until they have passed', async () => {
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['created', 'created'])
    expect(await changes()).toEqual([])
    expect((await find(NEWER, 'draft')).replaces).toHaveLength(1)
    expect((await run()).outcomes.map(({ result }) => result)).toEqual(['unchanged', 'unchanged'])
    const { documentId } = await find(NEWER, 'draft')
    await passReview(cms, documentId, 'policy', 2)
    await publish(cms, { documentId }, 'policy')
    expect(await find(NEWER, 'public')).toMatchObject({ documentId })
  })

  it('平台管理员 may answer for them, and that is on record', async () => {
    const person = { id: null, name: '管理员', roles: [{ code: 'strapi-super-admin', name: '平台管理员' }] }
    let permitted = 0
    const clear = publishAtOnce(cms.strapi, person, '新法今日施行，须立即上线', () => {
      permitted += 1
    })
    await run()
    await run({ store: new StrapiPolicyStore(cms.strapi, clear), publishesWaiting: true })
    const { documentId } = await find(NEWER, 'public')
    const acts: { act: string; note: string }[] = await cms.strapi.db
      .connection('review_acts')
      .where({ document_id: documentId })
      .orderBy('step')
    expect(acts.slice(0, 2)).toMatchObject([
      { act: 'permitted', note: '新法今日施行，须立即上线' },
      { act: 'publishedUrgently', actor_name: '管理员' },
    ])
    expect(permitted).toBeGreaterThanOrEqual(2)
  })
})
