import { describe, expect, it } from 'vitest'
import type { Organisation } from '../organisation/organisation'
import type { Cell } from './cells'
import type { Entry } from './changes'
import { fingerprintOf } from './fingerprint'
import { planImport, type Roster } from './plan'
import { readRows } from './read-rows'

const today = new Date('2026-11-27T00:00:00Z')
const organisation = (kind: Organisation['kind'], name: string, path: string): Organisation => {
  const ids = path.split('/').filter(Boolean)
  return {
    kind,
    name,
    path,
    id: ids.at(-1) ?? '',
    parentId: ids.at(-2) ?? null,
    foundedOn: '1952-01-01',
    dissolvedOn: null,
  }
}
const organisations = [
  organisation('committee', '学院党委', '/c/'),
  organisation('general-branch', '信息系党总支', '/c/i/'),
  organisation('branch', '信息系教工支部', '/c/i/t/'),
  organisation('group', '第一小组', '/c/i/t/g/'),
  organisation('branch', '学生第一支部', '/c/i/s/'),
  organisation('general-branch', '机械系党总支', '/c/m/'),
  organisation('branch', '学生第一支部', '/c/m/s/'),
]
const entry = (data: Partial<Entry> = {}): Entry => ({
  ...{ id: 'a', number: '1001', name: '王某甲', organisationId: 't', status: 'full', admittedOn: '2015-07-01' },
  ...{ fullOn: '2016-07-01', leftOn: null, category: 'salaried', phone: '13900001111', mail: null, identity: null },
  ...data,
})
const rosterOf = (members: Entry[] = [entry()], changes: Partial<Roster> = {}): Roster => ({
  ...{ organisations, members, foreign: new Set<string>(), mayCreate: false },
  ...changes,
})

const HEAD = [
  '学号/工号',
  '姓名',
  '党总支',
  '党支部',
  '党小组',
  '党员状态',
  '入党日期',
  '转正日期',
  '党费类别',
  '手机号码',
]
const NEW = ['1002', '李某乙', '', '信息系教工支部', '', '预备党员', '2026/6/28', '', '学生', '13900002222']

function plan(rows: Cell[][], roster = rosterOf(), head: Cell[] = HEAD) {
  const read = readRows([head, ...rows], today)
  if (!read) throw new Error('no headings')
  return planImport(read, roster, today)
}
const problemOf = (row: Cell[], roster?: Roster) => plan([row], roster).problems.map(({ column }) => column)
const but = (changes: Record<number, Cell>) => NEW.map((cell, at) => changes[at] ?? cell)

describe('a roster file', () => {
  it('brings in who is new, changes what differs, and leaves the rest alone', () => {
    const { added, changed, unchanged, missing, problems } = plan(
      [
        NEW,
        ['1001', '王某甲', '', '', '', '', '', '', '', '13900009999'],
        ['1003', '', '', '', '', '', '', '', '', ''],
      ],
      rosterOf([entry(), entry({ id: 'b', number: '1003' }), entry({ id: 'd', number: '1004', name: '陈某丁' })]),
    )
    expect(problems).toEqual([])
    expect(added).toMatchObject([
      { row: 2, entry: { number: '1002', status: 'probationary', fullOn: null }, place: { id: 't' } },
    ])
    expect(changed).toMatchObject([
      { row: 3, fields: [{ title: '手机号码', from: '139****1111', to: '139****9999' }], isMoved: false },
    ])
    expect(unchanged).toBe(1)
    expect(missing).toMatchObject([{ number: '1004' }])
  })

  it('says so where only the masked part of a number differs', () => {
    const [{ fields }] = plan([['1001', '', '', '', '', '', '', '', '', '13988881111']]).changed
    expect(fields).toMatchObject([{ from: '139****1111', to: '139****1111（打星号的几位不同）' }])
  })

  it('takes stars for what is known, and for nothing else', () => {
    expect(plan([['1001', '', '', '', '', '', '', '', '', '139****1111']])).toMatchObject({
      unchanged: 1,
      problems: [],
    })
    expect(problemOf(['1001', '', '', '', '', '', '', '', '', '138****1111'])).toEqual(['手机号码'])
    expect(problemOf(but({ 9: '139****1111' }))).toEqual(['手机号码'])
  })

  it('moves between branches, and does not take somebody out of his group for naming its branch', () => {
    const grouped = rosterOf([entry({ organisationId: 'g' })])
    expect(plan([['1001', '', '', '信息系教工支部']], grouped).unchanged).toBe(1)
    expect(plan([['1001', '', '机械系党总支', '学生第一支部']], grouped).changed).toMatchObject([
      { isMoved: true, fields: [], place: { id: 's', path: '/c/m/s/' } },
    ])
    expect(plan([['1001', '', '', '信息系教工支部', '第一小组']]).changed).toMatchObject([{ place: { id: 'g' } }])
  })

  it('takes away the day of full membership where somebody is a probationary member after all', () => {
    expect(plan([['1001', '', '', '', '', '预备党员']]).changed[0].after).toMatchObject({
      status: 'probationary',
      fullOn: null,
    })
  })

  it.each<[string, Cell[], string[]]>([
    ['no number', but({ 0: '' }), ['学号/工号']],
    ['a wrong number', but({ 0: '一' }), ['学号/工号']],
    ['an unknown branch', but({ 3: '信息系教工第二支部' }), ['党支部']],
    ['a name that two branches have', but({ 3: '学生第一支部' }), ['党支部']],
    ['a branch of another general branch', but({ 2: '机械系党总支' }), ['党支部']],
    ['an unknown general branch', but({ 2: '建工系党总支' }), ['党总支']],
    ['a general branch alone', but({ 2: '信息系党总支', 3: '' }), ['党支部']],
    ['an unknown group', but({ 4: '第二小组' }), ['党小组']],
    ['a group without its branch', but({ 3: '', 4: '第一小组' }), ['党支部']],
    ['no branch', but({ 3: '' }), ['党支部']],
    ['a day to come', but({ 6: '2026-11-28' }), ['入党日期']],
    ['a full member without his day', but({ 5: '正式党员' }), ['转正日期']],
    ['days in the wrong order', but({ 5: '正式党员', 7: '2026-06-27' }), ['入党日期']],
    ['several at once', but({ 1: '', 5: '积极分子', 9: '1' }), ['党员状态', '手机号码', '姓名']],
  ])('is refused for %s', (_name, row, columns) => expect(problemOf(row)).toEqual(columns))

  it('says what an unknown branch may mean', () => {
    const [{ message, row }] = plan([but({ 3: '信息系教职工支部' })]).problems
    expect([row, message]).toEqual([2, '没有“信息系教职工支部”这个党支部。是不是“信息系教工支部”？'])
  })

  it('names each number once, and both rows of a doubled one', () => {
    expect(plan([NEW, [], NEW]).problems).toEqual([
      { row: 4, column: '学号/工号', message: '“1002”与第 2 行重复，一人只能有一行。' },
    ])
  })

  it('neither brings back who has left nor takes who belongs elsewhere', () => {
    expect(problemOf(['1001'], rosterOf([entry({ status: 'former' })]))).toEqual(['学号/工号'])
    expect(problemOf(NEW, rosterOf([], { foreign: new Set(['1002']) }))).toEqual(['学号/工号'])
  })

  it('plans organisations where that is allowed, each once, and says what they look like', () => {
    const rows = [
      but({ 2: '建工系党总支', 3: '学生第一支部', 4: '第一小组' }),
      but({ 0: '1005', 2: '建工系党总支', 3: '学生第一支部', 4: '第一小组' }),
      but({ 0: '1006', 3: '信息系教职工支部' }),
    ]
    const { organisations: made, problems, added } = plan(rows, rosterOf([], { mayCreate: true }))
    expect(problems).toEqual([])
    expect(made).toMatchObject([
      { kind: 'general-branch', name: '建工系党总支', parentName: '学院党委' },
      { kind: 'branch', name: '学生第一支部', parentId: 'new:1' },
      { kind: 'group', name: '第一小组', parentId: 'new:2' },
      { kind: 'branch', name: '信息系教职工支部', parentId: 'c', similar: ['信息系教工支部'] },
    ])
    expect(added.map(({ place }) => place.id)).toEqual(['new:3', 'new:3', 'new:4'])
  })

  it('need not name the one branch of a secretary', () => {
    const own = organisations.filter(({ id }) => id === 't' || id === 'g')
    expect(plan([but({ 3: '' })], rosterOf([], { organisations: own })).added).toMatchObject([{ place: { id: 't' } }])
  })
})

describe('headings', () => {
  it('may stand below a title, in any order, with other words and columns', () => {
    const read = readRows(
      [
        ['信息系党员名册'],
        [],
        ['序号', '姓 名（必填）', '工号*', '所在支部'],
        ['1', '张三', 'T001', 'x'],
        ['示例', '', '示例1', ''],
      ],
      today,
    )
    expect(read).toMatchObject({
      ignoredColumns: ['序号'],
      rows: [{ row: 4, number: 'T001', typed: { name: '张三' }, branch: 'x' }],
    })
  })

  it.each([
    [
      [
        ['姓名', '党支部'],
        ['张三', '一支部'],
      ],
    ],
    [[['学号'], ['1001']]],
    [[[]]],
  ])('%o are none', (rows) => {
    expect(readRows(rows, today)).toBeNull()
  })

  it('name each column once', () => {
    expect(readRows([['学号', '姓名', '姓 名']], today)?.problems).toMatchObject([{ row: 1, column: '姓名' }])
  })
})

describe('the fingerprint', () => {
  const same = { foundOn: null }
  const of = (rows: Cell[][], roster?: Roster, options: object = same) => fingerprintOf(plan(rows, roster), options)

  it('stays while the deeds stay', () => {
    const more = rosterOf([entry(), entry({ id: 'z', number: '9999' })])
    expect(of([NEW], more)).toBe(of([NEW]))
  })

  it('changes with the file, the roster and what was allowed', () => {
    const changed = rosterOf([entry({ phone: '13900001112' })])
    const row = ['1001', '', '', '', '', '', '', '', '', '13900009999']
    const all = [
      of([NEW]),
      of([but({ 9: '13900002223' })]),
      of([row]),
      of([row], changed),
      of([NEW], undefined, { foundOn: '2026-01-01' }),
    ]
    expect(new Set(all).size).toBe(all.length)
  })
})
