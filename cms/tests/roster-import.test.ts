/** The roster as a file over HTTP: previewed, imported whole or not at all, exported. */
import fs from 'node:fs/promises'
import path from 'node:path'
import readSheets, { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beijingDate } from '../src/domain/time/beijing.ts'
import { sealingRing } from '../src/sealing/ring.ts'
import { factsOf } from '../src/stores/dues/facts.ts'
import { findMemberByNumber, sealedIdentityOf } from '../src/stores/members.ts'
import { rowsOf } from './setup/audit.ts'
import { send } from './setup/http.ts'
import { type College, createCollege, createMember, logInOfficer } from './setup/members.ts'
import { newRow, rosterCsv, sendForm, type TypedRow } from './setup/roster-files.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

let cms: TestCms
let college: College
let staff: Record<string, string>
let secretary: Record<string, string>

const IDENTITY = '11010519491231002X'
const PHONE = '13911112222'

beforeAll(async () => {
  cms = await startCms()
  college = await createCollege(cms)
  staff = (await logInOfficer(cms, 'committee-staff', college.committee.id, college.branch.id)).headers
  secretary = (await logInOfficer(cms, 'branch-secretary', college.branch.id, college.branch.id)).headers
})
afterAll(() => cms.stop())

type Preview = {
  fingerprint: string
  organisations: { kind: string; name: string; parent: string }[]
  added: { row: number; number: string }[]
  changed: { number: string; fields: { title: string; from: string; to: string }[] }[]
  moved: { number: string; from: string; to: string }[]
  missing: { number: string }[]
  unchanged: number
  problems: { row: number; column: string; message: string }[]
}
type Given = { by?: Record<string, string>; fields?: Record<string, string> }
type File = readonly TypedRow[] | string | Uint8Array | null

const fileOf = (file: File) => (Array.isArray(file) ? rosterCsv(file) : (file as string | Uint8Array | null))
const post = (deed: string, file: File, { by = staff, fields = {} }: Given = {}) =>
  sendForm(cms, `/api/roster/${deed}`, fileOf(file), fields, by)
async function preview(file: File, given?: Given): Promise<Preview> {
  const { body, status } = await post('preview', file, given)
  expect([status, body.error]).toEqual([200, undefined])
  return body.data as unknown as Preview
}
async function importFile(file: File, given: Given = {}) {
  const { fingerprint } = await preview(file, given)
  const { body } = await post('import', file, { ...given, fields: { ...given.fields, fingerprint } })
  return { counts: body.data as unknown as Record<string, number>, code: body.error?.details.code ?? null }
}
async function factsFor(number: string) {
  const member = await findMemberByNumber(cms.strapi, number)
  const facts = (await factsOf(cms.strapi, [String(member?.id)])).get(String(member?.id))
  if (!facts) throw new Error('no facts')
  return { ...facts, stays: facts.stays.sort((one, other) => one.from.localeCompare(other.from)) }
}
const codeOf = async (deed: string, file: File, given?: Given) => {
  const { status, body } = await post(deed, file, given)
  return [status, body.error?.details.code]
}

describe('an import', () => {
  it('does what its preview said, once', async () => {
    const rows = [newRow({ number: 'I-1', phone: PHONE, identity: IDENTITY }), newRow({ number: 'I-2', name: '乙' })]
    const shown = await preview(rows)
    expect(shown).toMatchObject({
      added: [
        { row: 2, number: 'I-1' },
        { row: 3, number: 'I-2' },
      ],
      problems: [],
      unchanged: 0,
    })
    const fields = { fingerprint: shown.fingerprint }
    expect((await post('import', rows, { fields })).body.data).toMatchObject({ added: 2, changed: 0, moved: 0 })
    expect(await codeOf('import', rows, { fields })).toEqual([400, 'ROSTER_NOTHING'])

    const member = await findMemberByNumber(cms.strapi, 'I-1')
    expect(member).toMatchObject({
      name: '新党员',
      phone: PHONE,
      admittedOn: '2026-06-28',
      organisationId: college.branch.id,
    })
    const sealed = String(await sealedIdentityOf(cms.strapi, String(member?.id)))
    expect(sealingRing(cms.strapi).unseal(sealed, `identity:${member?.id}`)).toBe(IDENTITY)
    expect(await preview(rows)).toMatchObject({ added: [], changed: [], unchanged: 2 })
  })

  it('sent eight times at once brings in everybody once', async () => {
    const rows = [newRow({ number: 'ONCE-1' })]
    const fields = { fingerprint: (await preview(rows)).fingerprint }
    const answers = await Promise.all(Array.from({ length: 8 }, () => codeOf('import', rows, { fields })))
    expect(answers.filter(([status]) => status === 200)).toHaveLength(1)
    expect(answers.filter(([, code]) => code === 'ROSTER_NOTHING')).toHaveLength(7)
  })

  it('changes and moves, masked in what is shown', async () => {
    await importFile([newRow({ number: 'C-1', phone: PHONE, identity: IDENTITY })])
    const rows = [{ number: 'C-1', phone: '13911113333', branch: '乙一支部', identity: IDENTITY }]
    const shown = await preview(rows)
    expect(shown).toMatchObject({
      changed: [{ number: 'C-1', fields: [{ title: '手机号码', from: '139****2222', to: '139****3333' }] }],
      moved: [{ number: 'C-1', from: '甲一支部', to: '乙一支部' }],
    })
    expect(JSON.stringify(shown)).not.toContain('13911113333')
    expect((await importFile(rows)).counts).toMatchObject({ added: 0, changed: 1, moved: 1 })
    const moved = await findMemberByNumber(cms.strapi, 'C-1')
    expect(moved).toMatchObject({ phone: '13911113333', organisationId: college.foreign.id, hasIdentity: true })
    const { stays, categories } = await factsFor('C-1')
    expect(stays).toEqual([
      { organisationId: college.branch.id, from: '2026-06-28' },
      { organisationId: college.foreign.id, from: beijingDate(new Date()) },
    ])
    expect(categories).toEqual([{ category: 'student', from: '2026-06' }])
  })

  it('lists who is missing in the file, and removes nobody', async () => {
    const kept = await createMember(cms, college.sister.id)
    const shown = await preview([newRow({ number: 'M-1', branch: '甲二支部' })])
    expect(shown.missing.map(({ number }) => number)).toContain(kept.number)
    await importFile([newRow({ number: 'M-1', branch: '甲二支部' })])
    expect(await findMemberByNumber(cms.strapi, kept.number)).toMatchObject({ status: 'full' })
  })

  it('brings in nothing while one row is wrong, and names each', async () => {
    const rows = [
      newRow({ number: 'W-1' }),
      newRow({ number: 'W-2', identity: '110105194912310021', branch: '甲一党支部' }),
    ]
    const { problems, fingerprint } = await preview(rows)
    expect(problems.map(({ row, column }) => [row, column])).toEqual([
      [3, '身份证号码'],
      [3, '党支部'],
    ])
    expect(problems[1].message).toContain('甲一支部')
    expect(await codeOf('import', rows, { fields: { fingerprint } })).toEqual([400, 'ROSTER_PROBLEMS'])
    expect(await findMemberByNumber(cms.strapi, 'W-1')).toBeNull()
  })

  it('is refused when the roster or the file is another one than was shown', async () => {
    const rows = [newRow({ number: 'S-1' }), { number: 'I-2', phone: '13900000001' }]
    const fields = { fingerprint: (await preview(rows)).fingerprint }
    expect(await codeOf('import', [newRow({ number: 'S-2' })], { fields })).toEqual([400, 'ROSTER_CHANGED'])
    await importFile([{ number: 'I-2', phone: '13900000002' }])
    expect(await codeOf('import', rows, { fields })).toEqual([400, 'ROSTER_CHANGED'])
    expect(await findMemberByNumber(cms.strapi, 'S-1')).toBeNull()
  })

  it('that fails at its end leaves nothing of its beginning', async () => {
    const rows = [newRow({ number: 'R-1', branch: '半途支部' }), newRow({ number: 'R-2' })]
    const given = { fields: { createOrganisations: 'true' } }
    const { fingerprint } = await preview(rows, given)
    // the branch is founded, then the database refuses the members
    const knex = cms.strapi.db.connection
    await knex.schema.alterTable('members', (table) => table.renameColumn('updated_at_ms', 'updated_at_ms_away'))
    const { status, text } = await post('import', rows, { fields: { ...given.fields, fingerprint } }).finally(() =>
      knex.schema.alterTable('members', (table) => table.renameColumn('updated_at_ms_away', 'updated_at_ms')),
    )
    expect([status, text.includes('R-1')]).toEqual([500, false])
    expect(await knex('organisations').where({ name: '半途支部' })).toEqual([])
    expect(await findMemberByNumber(cms.strapi, 'R-1')).toBeNull()
    expect((await importFile(rows, given)).counts).toMatchObject({ added: 2, organisations: 1 })
  })
})

describe('organisations of a file', () => {
  const rows = [newRow({ number: 'O-1', generalBranch: '丙总支', branch: '丙一支部', group: '第一小组' })]

  it('are refused unless they were asked for', async () => {
    expect((await preview(rows)).problems).toMatchObject([{ row: 2, column: '党总支' }])
  })

  it('are founded with their history, by the committee’s staff', async () => {
    const given = { fields: { createOrganisations: 'true', foundedOn: '2020-09-01' } }
    expect((await preview(rows, given)).organisations).toMatchObject([
      { kind: '党总支', name: '丙总支', parent: '党委' },
      { kind: '党支部', name: '丙一支部', parent: '丙总支' },
      { kind: '党小组', name: '第一小组', parent: '丙一支部' },
    ])
    expect((await importFile(rows, given)).counts).toMatchObject({ added: 1, organisations: 3 })
    const [branch] = await cms.strapi.db.connection('organisations').where({ name: '丙一支部' })
    const { body } = await send(cms, 'GET', `/api/organisations/${branch.id}`, undefined, staff)
    expect(body.data).toMatchObject({ foundedOn: '2020-09-01', events: [{ kind: 'founded', on: '2020-09-01' }] })
    // dues are owed to the branch, not to its group
    expect((await factsFor('O-1')).stays).toEqual([{ organisationId: branch.id, from: '2026-06-28' }])
  })

  it('are not founded by anybody else', async () => {
    const given = { by: secretary, fields: { createOrganisations: 'true' } }
    expect((await preview([newRow({ number: 'O-2', branch: '新支部' })], given)).problems).toHaveLength(1)
  })
})

describe('a secretary', () => {
  it('imports into his own branch, which he need not name', async () => {
    expect((await importFile([newRow({ number: 'B-1', branch: '' })], { by: secretary })).counts).toMatchObject({
      added: 1,
    })
    expect(await findMemberByNumber(cms.strapi, 'B-1')).toMatchObject({ organisationId: college.branch.id })
  })

  it('neither into others nor from them, and sees nobody of them', async () => {
    const stranger = await createMember(cms, college.foreign.id, { name: '外支部党员' })
    const shown = await preview([newRow({ number: stranger.number }), newRow({ number: 'B-2', branch: '乙一支部' })], {
      by: secretary,
    })
    expect(shown.problems.map(({ column }) => column)).toEqual(['学号/工号', '党支部'])
    expect(JSON.stringify(shown)).not.toContain('外支部党员')
    expect(
      await codeOf('preview', [newRow({ number: 'B-3' })], {
        by: secretary,
        fields: { organisation: college.foreign.id },
      }),
    ).toEqual([404, 'NOT_FOUND'])
  })
})

describe('a file that is none', () => {
  it.each<[string, File, string]>([
    ['nothing', null, 'BAD_REQUEST'],
    ['empty', '', 'ROSTER_FILE'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'ROSTER_FILE'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ROSTER_FILE_OLD'],
    ['without headings', '张三,李四\n王五,赵六\n', 'ROSTER_HEADINGS'],
    ['too large', Buffer.alloc(5 * 1024 * 1024 + 1, 'a'), 'ROSTER_FILE_TOO_LARGE'],
    [
      'too many rows',
      rosterCsv(Array.from({ length: 20_001 }, (_, at) => ({ number: `N-${at}` }))),
      'ROSTER_FILE_TOO_LARGE',
    ],
  ])('%s', async (_name, file, code) => {
    expect(await codeOf('preview', file)).toEqual([400, code])
    expect(await codeOf('import', file, { fields: { fingerprint: 'f'.repeat(64) } })).toEqual([400, code])
  })

  it.each<Record<string, string>>([
    { createOrganisations: '1' },
    { foundedOn: '昨天' },
    { organisation: 'x'.repeat(41) },
  ])('with %j', async (fields) => {
    expect(await codeOf('preview', [newRow({ number: 'X-1' })], { fields })).toEqual([400, 'BAD_REQUEST'])
  })

  it('leaves nothing of it on the disk', async () => {
    await preview([newRow({ number: 'T-1' })])
    expect(await fs.readdir(path.join(cms.dataDir, 'tmp'))).toEqual([])
  })
})

async function workbook(address: string, by = staff) {
  const response = await fetch(cms.url + address, { headers: by })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

describe('the template', () => {
  it('explains itself, and imports nobody', async () => {
    const { bytes, headers } = await workbook('/api/roster/template', secretary)
    expect(headers.get('content-type')).toContain('spreadsheetml')
    const sheets = await readSheets(bytes)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['党员名册', '填写说明'])
    expect(await preview(bytes)).toMatchObject({ added: [], changed: [], problems: [] })
  })
})

describe('an export', () => {
  it('of a branch is masked, and imports without a change', async () => {
    await importFile([
      newRow({ number: 'E-1', name: '=1+1', phone: PHONE, mail: 'e@example.edu.cn', identity: IDENTITY }),
    ])
    const address = `/api/roster/export?organisation=${college.branch.id}`
    const { bytes, headers } = await workbook(address, secretary)
    expect(headers.get('content-disposition')).toContain(encodeURIComponent('党员名册'))
    const rows = await readSheet(bytes)
    const row = rows.find(([number]) => number === 'E-1')
    expect(row).toEqual([
      'E-1',
      '=1+1',
      '甲总支',
      '甲一支部',
      null,
      '预备党员',
      '2026-06-28',
      null,
      '学生党员',
      '139****2222',
      'e***@example.edu.cn',
      '110*************2X',
    ])
    expect(await preview(bytes)).toMatchObject({ added: [], changed: [], moved: [], missing: [], problems: [] })
  })

  it('with whole numbers is for those who keep the roster, and is written down', async () => {
    const rows = await rowsOf(cms, () => workbook('/api/roster/export?sensitive=true', secretary))
    expect(rows).toMatchObject([
      { act: 'roster.export', actor_kind: 'member', subject_title: '甲一支部', result: 'ok' },
    ])
    expect(JSON.parse(String(rows[0].after))).toMatchObject({ 完整号码: true })
    const { bytes } = await workbook('/api/roster/export?sensitive=true', secretary)
    expect(JSON.stringify(await readSheet(bytes))).toContain(IDENTITY)
  })

  it('shows an auditor his own branch, masked, and nothing whole', async () => {
    const { headers } = await logInOfficer(cms, 'auditor', college.sister.id, college.sister.id)
    const { status, bytes } = await workbook('/api/roster/export', headers)
    const text = JSON.stringify(await readSheet(bytes))
    expect([status, text.includes('甲二支部'), text.includes('乙一支部')]).toEqual([200, true, false])
    for (const address of [
      'export?sensitive=true',
      `export?organisation=${college.foreign.id}`,
      `export?sensitive=true&organisation=${college.sister.id}`,
    ])
      expect((await workbook(`/api/roster/${address}`, headers)).status, address).not.toBe(200)
  })
})

describe('the audit log', () => {
  it('says who imported what, of whom, and no personal number', async () => {
    const rows = [newRow({ number: 'A-1', phone: '13722223333', mail: 'audit@example.edu.cn', identity: IDENTITY })]
    const noted = await rowsOf(cms, () => importFile(rows, { by: secretary }))
    expect(noted.map(({ act, actor_kind }) => [act, actor_kind])).toEqual([
      ['roster.import', 'member'],
      ['roster.member', 'member'],
    ])
    const all = JSON.stringify(await cms.strapi.db.connection('audit_log'))
    for (const secret of [IDENTITY, '13722223333', 'audit@example.edu.cn', '13911113333'])
      expect(all).not.toContain(secret)
  })

  it('has refused ones too', async () => {
    const refused = await rowsOf(cms, () => codeOf('import', '', { fields: { fingerprint: 'f'.repeat(64) } }))
    expect(refused).toMatchObject([{ act: 'roster.import', result: 'refused', code: 'ROSTER_FILE', after: null }])
  })
})
