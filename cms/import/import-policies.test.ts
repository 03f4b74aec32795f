import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type FileOutcome, type ImportOptions, importPolicies } from './import-policies.ts'
import { MemoryPolicyStore } from './testing/memory-store.ts'
import { makeSourceFolder, policyText, type SourceFolder } from './testing/source-folder.ts'

const ADOPTED = '2010年1月1日 第十一届全国人民代表大会第三次会议通过'
const REVISED = `${ADOPTED}\n2020年2月2日 某次会议修订`

let source: SourceFolder
let store: MemoryPolicyStore

const run = (more: Partial<ImportOptions> = {}) =>
  importPolicies({
    folder: source.folder,
    store,
    today: '2026-11-23',
    onProgress: () => undefined,
    isInterrupted: () => false,
    ...more,
  })
const results = (outcomes: readonly FileOutcome[]) =>
  Object.fromEntries(outcomes.map(({ path, result }) => [path, result]))
const codes = (outcomes: readonly FileOutcome[], file: string) =>
  outcomes.find(({ path }) => path === file)?.decisions.map(({ code }) => code)

beforeEach(async () => {
  store = new MemoryPolicyStore()
  source = await makeSourceFolder({
    '法律/甲法(2010-01-01).md': policyText('甲法', ADOPTED),
    '法律/甲法(2020-02-02).md': policyText('甲法', REVISED),
    '法律/乙法(2010-01-01).md': policyText('乙法', ADOPTED),
  })
})
afterEach(() => source.remove())

describe('a folder of texts', () => {
  it('goes in, versions linked', async () => {
    const { outcomes, versions, interrupted } = await run()
    expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['created']))
    expect(interrupted).toBe(false)
    expect(versions).toEqual([{ newer: '法律/甲法(2020-02-02)', older: '法律/甲法(2010-01-01)', isRepeal: false }])
    const older = store.byKey('法律/甲法(2010-01-01)')
    expect(older).toMatchObject({ validity: 'amended', replaces: [] })
    expect(store.byKey('法律/甲法(2020-02-02)')).toMatchObject({ validity: 'effective', replaces: [older.documentId] })
    expect(store.byKey('法律/乙法(2010-01-01)')).toMatchObject({ validity: 'effective', replaces: [] })
  })

  it('a second run changes nothing', async () => {
    await run()
    const before = structuredClone([...store.documents.values()])
    const { outcomes } = await run()
    expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['unchanged']))
    expect(store.writes).toEqual(['save 3', 'link 1'])
    expect([...store.documents.values()]).toEqual(before)
  })

  it('an empty one is no error', async () => {
    const empty = await makeSourceFolder()
    expect(await run({ folder: empty.folder })).toEqual({ outcomes: [], versions: [], ignored: [], interrupted: false })
    await empty.remove()
  })

  it('nothing is written where there is no store', async () => {
    expect(results((await run({ store: null })).outcomes)).toEqual({
      '法律/甲法(2010-01-01).md': 'created',
      '法律/甲法(2020-02-02).md': 'created',
      '法律/乙法(2010-01-01).md': 'created',
    })
  })
})

describe('broken files', () => {
  it('are named and skipped, the rest goes in', async () => {
    await source.write('法律/空.md', '')
    await source.write('法律/编码.md', new Uint8Array([0xd6, 0xd0, 0xb9, 0xfa]))
    await source.write('法律/无题.md', '这里没有标题，只有正文。')
    await source.write('法律/无文.md', '# 无文法')
    const { outcomes } = await run()
    const problems = outcomes.filter(({ problem }) => problem).map(({ path, problem }) => [path, problem?.code])
    expect(problems).toEqual([
      ['法律/无文.md', 'no-body'],
      ['法律/无题.md', 'no-title'],
      ['法律/空.md', 'empty'],
      ['法律/编码.md', 'not-utf8'],
    ])
    expect(store.documents.size).toBe(3)
  })

  it('that only the CMS refuses, too', async () => {
    store.refused.add('法律/乙法(2010-01-01)')
    const { outcomes } = await run()
    expect(outcomes.find(({ result }) => result === 'skipped')).toMatchObject({
      path: '法律/乙法(2010-01-01).md',
      problem: { code: 'refused', text: '编辑台没有接受：标题不能为空。' },
    })
    expect(store.documents.size).toBe(2)
    // the next run tries again
    store.refused.clear()
    expect(results((await run()).outcomes)['法律/乙法(2010-01-01).md']).toBe('created')
  })

  it('two files of one name but for the extension stay apart', async () => {
    await source.write('法律/乙法(2010-01-01).markdown', policyText('乙法', ADOPTED))
    const { outcomes } = await run()
    expect(outcomes).toHaveLength(4)
    expect(store.documents.size).toBe(4)
    expect(codes(outcomes, '法律/乙法(2010-01-01).md')).toEqual(['same-version'])
    await run()
    expect(store.documents.size).toBe(4)
  })
})

describe('later runs', () => {
  it('a changed source updates its document', async () => {
    await run()
    const { documentId } = store.byKey('法律/乙法(2010-01-01)')
    await source.write('法律/乙法(2010-01-01).md', policyText('乙法', ADOPTED, '改。'))
    expect(results((await run()).outcomes)['法律/乙法(2010-01-01).md']).toBe('updated')
    expect(store.of(documentId).body).toContain('乙。改。')
  })

  it('a newer version takes the place of those imported before', async () => {
    await run()
    const other = await makeSourceFolder({
      '法律/甲法(2024-03-03).md': policyText('甲法', '2024年3月3日 某次会议修订'),
    })
    await run({ folder: other.folder })
    await other.remove()
    const [first, second, third] = ['2010-01-01', '2020-02-02', '2024-03-03'].map((day) =>
      store.byKey(`法律/甲法(${day})`),
    )
    expect([first, second, third].map((one) => one?.validity)).toEqual(['amended', 'amended', 'effective'])
    expect(third?.replaces).toEqual([second?.documentId])
    expect(second?.replaces).toEqual([first?.documentId])
  })

  it('a repeal counts from its day on', async () => {
    const clause = '本法自2027年1月1日起施行。《乙法》同时废止。'
    await source.write('法律/丙法(2026-06-06).md', policyText('丙法', '2026年6月6日 某次会议通过', clause))
    const { outcomes } = await run()
    expect(codes(outcomes, '法律/丙法(2026-06-06).md')).toEqual(['repeal-pending'])
    expect(store.byKey('法律/乙法(2010-01-01)').validity).toBe('effective')
    const later = await run({ today: '2027-01-01' })
    expect(store.byKey('法律/乙法(2010-01-01)').validity).toBe('repealed')
    expect(later.versions).toContainEqual({
      newer: '法律/丙法(2026-06-06)',
      older: '法律/乙法(2010-01-01)',
      isRepeal: true,
    })
    expect(new Set(later.outcomes.map(({ result }) => result))).toEqual(new Set(['unchanged']))
  })

  it('what an editor changed is kept, whatever the source says', async () => {
    await run()
    const edited = store.byKey('法律/甲法(2020-02-02)')
    Object.assign(edited, { isEdited: true, body: '编辑的版本' })
    await source.write('法律/甲法(2020-02-02).md', policyText('甲法', REVISED, '改。'))
    await source.write('法律/甲法(2024-03-03).md', policyText('甲法', '2024年3月3日 某次会议修订'))
    const { outcomes } = await run()
    expect(results(outcomes)['法律/甲法(2020-02-02).md']).toBe('kept')
    expect(codes(outcomes, '法律/甲法(2020-02-02).md')).toEqual(['edited-kept'])
    expect(store.byKey('法律/甲法(2020-02-02)')).toMatchObject({ body: '编辑的版本', validity: 'effective' })
    expect(store.byKey('法律/甲法(2024-03-03)').replaces).toEqual([edited.documentId])
  })

  it('what an editor withdrew stays withdrawn and replaces nothing', async () => {
    await run()
    Object.assign(store.byKey('法律/甲法(2020-02-02)'), { isPublished: false, wasPublic: true })
    const { outcomes } = await run()
    expect(results(outcomes)['法律/甲法(2020-02-02).md']).toBe('kept')
    expect(codes(outcomes, '法律/甲法(2020-02-02).md')).toEqual(['unpublished-kept'])
    expect(store.byKey('法律/甲法(2010-01-01)').validity).toBe('effective')
  })
})

describe('where texts wait for their review', () => {
  const NEWER = '法律/甲法(2020-02-02)'
  beforeEach(() => {
    store.leavesDrafts = true
  })

  it('a second run changes nothing, and versions are linked all the same', async () => {
    await run()
    expect(store.byKey(NEWER)).toMatchObject({ isPublished: false })
    expect(store.byKey('法律/甲法(2010-01-01)').validity).toBe('amended')
    const { outcomes } = await run()
    expect(new Set(outcomes.map(({ result }) => result))).toEqual(new Set(['unchanged']))
  })

  it('a changed source changes the draft', async () => {
    await run()
    await source.write(`${NEWER}.md`, policyText('甲法', REVISED, '改。'))
    expect(results((await run()).outcomes)[`${NEWER}.md`]).toBe('updated')
  })

  it('a run that publishes at once takes them along, but not what somebody edited', async () => {
    await run()
    Object.assign(store.byKey('法律/甲法(2010-01-01)'), { isEdited: true })
    store.leavesDrafts = false
    const { outcomes } = await run({ publishesWaiting: true })
    expect(results(outcomes)).toMatchObject({ [`${NEWER}.md`]: 'updated', '法律/甲法(2010-01-01).md': 'kept' })
    expect(store.byKey(NEWER)).toMatchObject({ isPublished: true })
  })
})

describe('an interruption', () => {
  beforeEach(async () => {
    for (let number = 1; number <= 50; number += 1) {
      await source.write(
        `规章/第${number}号办法(2015-05-05).md`,
        policyText(`第${number}号办法`, '2015年5月5日 交通运输部发布'),
      )
    }
  })

  it('ends with the batch in hand; the same command goes on', async () => {
    let saved = 0
    const stopped = await run({
      onProgress: (phase, done) => {
        if (phase === 'save') saved = done
      },
      isInterrupted: () => saved >= 20,
    })
    expect(stopped.interrupted).toBe(true)
    expect(store.documents.size).toBe(20)
    expect(stopped.outcomes.filter(({ result }) => result === 'waiting')).toHaveLength(33)
    const resumed = await run()
    expect(resumed.interrupted).toBe(false)
    expect(store.documents.size).toBe(53)
    expect(resumed.outcomes.filter(({ result }) => result === 'unchanged')).toHaveLength(20)
    expect(store.byKey('法律/甲法(2020-02-02)').replaces).toHaveLength(1)
  })

  it('between saving and linking, too', async () => {
    let saved = 0
    await run({
      onProgress: (phase, done) => {
        if (phase === 'save') saved = done
      },
      isInterrupted: () => saved >= 53,
    })
    expect(store.byKey('法律/甲法(2020-02-02)').replaces).toHaveLength(0)
    await run()
    expect(store.byKey('法律/甲法(2020-02-02)').replaces).toHaveLength(1)
  })

  it('while looking at the files nothing is written', async () => {
    const { interrupted } = await run({ isInterrupted: () => true })
    expect(interrupted).toBe(true)
    expect(store.writes).toEqual([])
  })

  it('progress counts files to the end', async () => {
    const seen: string[] = []
    await run({ onProgress: (phase, done, total) => seen.push(`${phase} ${done}/${total}`) })
    expect(seen.filter((line) => line.startsWith('survey'))).toHaveLength(53)
    expect(seen.slice(-4)).toEqual(['save 20/53', 'save 40/53', 'save 53/53', 'link 1/1'])
  })
})
