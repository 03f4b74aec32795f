/** Members with accounts, straight into the CMS's SQLite file while nothing runs. All have one password: what is measured is the check. */
import { argon2Sync, randomBytes, randomUUID } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

export const PASSWORD = 'lantern-9-orchid'

/** As src/accounts/passwords of the CMS writes it: the same cost, the same form. */
function passwordHash(): string {
  const nonce = randomBytes(16)
  const hash = argon2Sync('argon2id', {
    message: PASSWORD,
    nonce,
    parallelism: 1,
    tagLength: 32,
    memory: 19_456,
    passes: 2,
  })
  const text = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')
  return `$argon2id$v=19$m=19456,t=2,p=1$${text(nonce)}$${text(hash)}`
}

const insertInto = (table: string, row: Record<string, string | number | null>) => ({
  sql: `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
    .map(() => '?')
    .join(', ')})`,
  values: Object.values(row),
})

export const numberOf = (n: number) => `B${String(n).padStart(6, '0')}`

export function fillMembers(file: string, count: number) {
  const database = new DatabaseSync(file)
  const put = (table: string, row: Record<string, string | number | null>) => {
    const { sql, values } = insertInto(table, row)
    return Number(database.prepare(sql).run(...values).lastInsertRowid)
  }
  const role = Number(database.prepare("SELECT id FROM up_roles WHERE type = 'authenticated'").get()?.id)
  const now = Date.now()
  const hash = passwordHash()
  const branch = { id: randomUUID(), kind: 'committee', name: '党委', founded_on: '1952-09-01' }
  database.exec('BEGIN')
  put('organisations', { ...branch, path: `/${branch.id}/` })
  for (let n = 0; n < count; n += 1) {
    const [id, number] = [randomUUID(), numberOf(n)]
    put('members', {
      ...{ id, number, name: `党员${n}`, organisation_id: branch.id, status: 'full', category: 'salaried' },
      ...{ admitted_on: '2015-07-01', full_on: '2016-07-01', updated_at_ms: now },
    })
    const account = { document_id: randomBytes(12).toString('hex'), username: `党员${n} ${number}`, provider: 'member' }
    const email = `${id}@members.invalid`
    const account_id = put('up_users', {
      ...account,
      email,
      confirmed: 1,
      blocked: 0,
      created_at: now,
      updated_at: now,
    })
    put('up_users_role_lnk', { user_id: account_id, role_id: role })
    put('member_accounts', { account_id, member_id: id, activated_at_ms: now })
    put('member_credentials', { account_id, password_hash: hash, changed_at_ms: now })
  }
  database.exec('COMMIT')
  database.close()
}
