/** A small college with members who have slips but no accounts yet, written into the database beside the running system. */
import { createHmac, hkdfSync, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const DAY_MS = 24 * 60 * 60 * 1000
const WAIT_FOR_LOCK_MS = 10_000
const KEY_BYTES = 32
const SINCE = '2020-09-01'

type Office = 'branch-secretary' | 'treasurer' | 'general-branch' | 'committee-staff' | 'auditor'
export type Person = { name: string; number: string; code: string }

/** Members of tests are known by their numbers, which no other test has. */
let people = 0

export function openCollege(dataDir: string) {
  const database = new DatabaseSync(path.join(dataDir, 'cms.sqlite'))
  database.exec(`PRAGMA busy_timeout = ${WAIT_FOR_LOCK_MS}`)
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as { JWT_SECRET: string }
  const key = Buffer.from(hkdfSync('sha256', secrets.JWT_SECRET, '', 'members/codes', KEY_BYTES))

  function insert(table: string, row: Record<string, string | number | null>) {
    const names = Object.keys(row)
    const marks = names.map(() => '?').join(', ')
    database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${marks})`).run(...Object.values(row))
  }

  function organisation(kind: string, name: string, parent: { id: string; path: string } | null) {
    const id = randomUUID()
    const place = { id, path: `${parent?.path ?? '/'}${id}/` }
    insert('organisations', { ...place, kind, name, parent_id: parent?.id ?? null, founded_on: SINCE })
    return place
  }

  /** As the branch would print it. */
  function slip(memberId: string): string {
    people += 1
    const code = `SLPS${String(people).padStart(6, '2').replaceAll(/[01]/g, 'Z')}`
    const digest = createHmac('sha256', key).update(`${memberId}:${code}`).digest('base64url')
    insert('member_codes', {
      ...{ id: randomUUID(), member_id: memberId, purpose: 'activation', channel: 'slip', digest, tries_left: 5 },
      ...{ issued_at_ms: Date.now(), expires_at_ms: Date.now() + DAY_MS },
    })
    return `${code.slice(0, 5)}-${code.slice(5)}`
  }

  function member(name: string, at: { id: string }, category: string, office?: { role: Office; at: { id: string } }) {
    const id = randomUUID()
    const number = `E${id.slice(0, 8).toUpperCase()}`
    insert('members', {
      ...{
        id,
        number,
        name,
        organisation_id: at.id,
        status: 'full',
        admitted_on: SINCE,
        full_on: '2021-09-01',
        category,
      },
      ...{ phone: '13900005678', mail: null, updated_at_ms: Date.now() },
    })
    insert('member_stays', { member_id: id, organisation_id: at.id, from_on: SINCE })
    insert('member_categories', { member_id: id, category, from_month: SINCE.slice(0, 'YYYY-MM'.length) })
    if (office)
      insert('offices', {
        id: randomUUID(),
        member_id: id,
        role: office.role,
        organisation_id: office.at.id,
        from_on: SINCE,
      })
    return { name, number, code: slip(id) }
  }

  const committee = organisation('committee', `测试党委${randomUUID().slice(0, 4)}`, null)
  const general = organisation('general-branch', '信息工程党总支', committee)
  const branch = organisation('branch', '学生第一党支部', general)
  const sister = organisation('branch', '学生第二党支部', general)
  const college = {
    member: member('李红', branch, 'student'),
    teacher: member('周平', branch, 'salaried'),
    treasurer: member('王芳', branch, 'student', { role: 'treasurer', at: branch }),
    secretary: member('孙立', branch, 'student', { role: 'branch-secretary', at: branch }),
    deputy: member('何静', sister, 'student', { role: 'branch-secretary', at: branch }),
    staff: member('陈明', branch, 'student', { role: 'committee-staff', at: committee }),
    foreign: member('赵远', sister, 'student'),
  }
  database.close()
  return college
}
export type College = ReturnType<typeof openCollege>
