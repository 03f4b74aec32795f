/** The first accounts of the desk, and the one file that says their passwords. */
import { randomInt } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/types'

const PASSWORD_LENGTH = 16
/** no 0/O, 1/l/I: people type these from a screen */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

type Account = { roleCode: string; email: string; name: string }

const administrator: Account = { roleCode: 'strapi-super-admin', email: 'admin@portal.example', name: '管理员' }
const sampleStaff: Account[] = [
  { roleCode: 'strapi-author', email: 'writer@portal.example', name: '撰稿人' },
  { roleCode: 'strapi-editor', email: 'reviewer@portal.example', name: '审核人' },
  { roleCode: 'dangjian-review-1', email: 'review1@portal.example', name: '初审编辑' },
  { roleCode: 'dangjian-review-2', email: 'review2@portal.example', name: '复审负责人' },
  { roleCode: 'dangjian-review-3', email: 'review3@portal.example', name: '终审领导' },
  { roleCode: 'dangjian-affairs', email: 'affairs@portal.example', name: '党务人员' },
  { roleCode: 'dangjian-analyst', email: 'analyst@portal.example', name: '数据分析员' },
]

function randomPassword(): string {
  for (;;) {
    const password = Array.from({ length: PASSWORD_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
    if (/[a-z]/.test(password) && /[A-Z]/.test(password) && /\d/.test(password)) return password
  }
}

async function createAccount(strapi: Core.Strapi, { roleCode, email, name }: Account) {
  const role = await strapi.db.query('admin::role').findOne({ where: { code: roleCode } })
  if (!role) throw new Error(`role ${roleCode} is missing`)
  const password = randomPassword()
  await strapi.service('admin::user').create({
    email,
    firstname: name,
    password,
    isActive: true,
    registrationToken: null,
    roles: [role.id],
    preferedLanguage: 'zh-Hans',
  })
  return [role.name, email, password].join('\t')
}

/** Strapi makes two tokens for everything on an empty database; nobody asked for them. */
async function removeDefaultTokens(strapi: Core.Strapi) {
  await strapi.db.query('admin::api-token').deleteMany({ where: {} })
}

/** Creates accounts where the desk has none yet. Answers how many. */
export async function createFirstAccounts(strapi: Core.Strapi, dataDir: string, withSample: boolean): Promise<number> {
  if ((await strapi.db.query('admin::user').count()) > 0) return 0
  const lines: string[] = []
  await strapi.db.transaction(async () => {
    await removeDefaultTokens(strapi)
    for (const account of [administrator, ...(withSample ? sampleStaff : [])]) {
      lines.push(await createAccount(strapi, account))
    }
    await fs.writeFile(path.join(dataDir, 'first-login.txt'), `${lines.join('\n')}\n`, { mode: 0o600 })
  })
  return lines.length
}
