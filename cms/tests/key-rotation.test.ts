/** Another sealing key: everything stays readable, also when the work is killed in the middle, and the former key goes at the end. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommandContext, type Keys, type MemberTools, runMembers } from '../members/command.ts'
import { createKeyRing } from '../src/sealing/key-ring.ts'
import { insertBase, newBaseId } from '../src/stores/dues/facts.ts'
import { insertMembers, newMemberId } from '../src/stores/members.ts'
import { sealedColumns } from '../src/stores/sealed-texts.ts'
import { rowsOf } from './setup/audit.ts'
import { createCollege } from './setup/members.ts'
import { startCms, type TestCms } from './setup/strapi.ts'

const [FIRST, SECOND, THIRD] = ['first-key-of-the-test', 'second-key-of-the-test', 'third-key-of-the-test']
/** of another process each */
const TWO_STARTS_MS = 120_000
/** three batches */
const MEMBERS = 450
const ACCOUNT = 7
const numberOf = (at: number) => `1101051949123${String(at).padStart(5, '0')}`

let cms: TestCms
const finished: string[] = []

function setKeys(present: string, former: string) {
  Object.assign(process.env, { SEALING_KEY: present, SEALING_KEYS_FORMER: former })
}

beforeAll(async () => {
  setKeys(FIRST, '')
  cms = await startCms()
  const { branch } = await createCollege(cms)
  const ring = createKeyRing(FIRST)
  const members = Array.from({ length: MEMBERS }, (_, at) => {
    const id = newMemberId()
    return {
      ...{ id, number: `K-${at}`, name: `党员${at}`, organisationId: branch.id, status: 'full' as const },
      ...{ admittedOn: '2015-07-01', fullOn: '2016-07-01', leftOn: null, category: 'salaried' as const },
      ...{ phone: null, mail: null, sealedIdentity: ring.seal(numberOf(at), `identity:${id}`) },
    }
  })
  await insertMembers(cms.strapi, members, new Date())
  const [{ id: memberId }] = members
  await insertBase(
    cms.strapi,
    {
      ...{ id: newBaseId(), memberId, category: 'salaried', from: '2026-01', state: 'declared', declaredBy: memberId },
      sealedBase: ring.seal('345678', `base:${memberId}`),
    },
    new Date(),
  )
  await cms.strapi.db.connection('member_second_factors').insert({
    ...{ account_id: ACCOUNT, secret_sealed: ring.seal('JBSWY3DPEHPK3PXP', `second-factor:${ACCOUNT}`) },
    ...{ begun_at_ms: 0, confirmed_at_ms: 0, last_step: 0 },
  })
})
afterAll(async () => {
  await cms.stop()
  setKeys(FIRST, '')
})

type Row = { id: string; number: string; identity_sealed: string }
const rows = (): Promise<Row[]> =>
  cms.strapi.db.connection('members').whereNotNull('identity_sealed').select('id', 'number', 'identity_sealed')

/** How many are sealed with another key; every one must be what it was. */
async function outdatedUnder(present: string, former: string[]): Promise<number> {
  const ring = createKeyRing(present, former)
  const all = await rows()
  const [{ member_id, base_sealed }] = await cms.strapi.db.connection('dues_bases')
  expect(ring.unseal(base_sealed, `base:${member_id}`)).toBe('345678')
  const [{ secret_sealed }] = await cms.strapi.db.connection('member_second_factors')
  expect(ring.unseal(secret_sealed, `second-factor:${ACCOUNT}`)).toBe('JBSWY3DPEHPK3PXP')
  for (const { id, number, identity_sealed } of all)
    expect(ring.unseal(identity_sealed, `identity:${id}`)).toBe(numberOf(Number(number.slice(2))))
  return all.filter(({ identity_sealed }) => ring.isOutdated(identity_sealed)).length
}

function contextOf(keys: Keys) {
  const said: string[] = []
  const context: CommandContext = {
    keys,
    output: { write: (text) => said.push(text) },
    now: () => new Date(),
    async withMembers(work) {
      await cms.restart()
      return work(cms.strapi.get('members') as MemberTools)
    },
  }
  return { context, said: () => said.join('') }
}
const kept = (begin: () => 'begun' | 'resumed'): Keys => ({
  ...{ keptIn: 'file', file: 'secrets.json', begin },
  finish: () => finished.push(process.env.SEALING_KEYS_FORMER ?? ''),
})

async function dieAt(change: number) {
  const script = path.join(import.meta.dirname, 'setup', 'reseal-and-die.ts')
  const child = spawn(process.execPath, [script], { env: { ...process.env, DIE_AT: String(change) }, stdio: 'ignore' })
  const [, signal] = await once(child, 'exit')
  expect(signal).toBe('SIGKILL')
}

describe('a change of the key', () => {
  it(
    'that is killed leaves everything readable, batch by batch',
    async () => {
      setKeys(SECOND, FIRST)
      await dieAt(1)
      expect(await outdatedUnder(SECOND, [FIRST])).toBe(MEMBERS)
      await dieAt(300)
      expect(await outdatedUnder(SECOND, [FIRST])).toBe(MEMBERS - 200)
    },
    TWO_STARTS_MS,
  )

  it('is gone on with, and the former key goes when nothing needs it', async () => {
    const { context, said } = contextOf(kept(() => 'resumed'))
    const noted = await rowsOf(cms, async () => expect(await runMembers(['rotate-key'], context)).toBe(0))
    expect(noted).toMatchObject([{ act: 'roster.keys', actor_kind: 'system', result: 'ok' }])
    expect(said()).toContain('接着做')
    expect(said()).toContain(`重新封存 ${MEMBERS - 200 + 2} 条`)
    expect(finished).toEqual([FIRST])
    expect(await outdatedUnder(SECOND, [])).toBe(0)
  })

  it('keeps the former key while something cannot be read', async () => {
    const [{ id, identity_sealed }] = await rows()
    const write = (text: string) => cms.strapi.db.connection('members').where({ id }).update({ identity_sealed: text })
    await write(`${identity_sealed.slice(0, -4)}AAAA`)
    const { context, said } = contextOf(
      kept(() => {
        setKeys(THIRD, SECOND)
        return 'begun'
      }),
    )
    expect(await runMembers(['rotate-key'], context)).toBe(1)
    expect(said()).toContain('有 1 条用现有的密钥都读不出来')
    expect(finished).toEqual([FIRST])

    await write(identity_sealed)
    expect(await runMembers(['rotate-key'], contextOf(kept(() => 'resumed')).context)).toBe(0)
    expect(finished).toEqual([FIRST, SECOND])
    expect(await outdatedUnder(THIRD, [])).toBe(0)
  })

  it('of the environment is explained, and carried out when it says both', async () => {
    const first = contextOf({ keptIn: 'environment', hasFormer: false })
    expect(await runMembers(['rotate-key'], first.context)).toBe(1)
    expect(first.said()).toContain('SEALING_KEYS_FORMER')
    setKeys(SECOND, THIRD)
    const second = contextOf({ keptIn: 'environment', hasFormer: true })
    expect(await runMembers(['rotate-key'], second.context)).toBe(0)
    expect(second.said()).toContain('请清空 SEALING_KEYS_FORMER')
    expect(await outdatedUnder(SECOND, [])).toBe(0)
  })

  it.each([[[]], [['rotate']], [['rotate-key', 'now']]])('is not %j', async (words) => {
    const { context, said } = contextOf({ keptIn: 'environment', hasFormer: true })
    expect(await runMembers(words, context)).toBe(2)
    expect(said()).toContain('用法')
  })
})

it('knows every column with sealed texts', async () => {
  const knex = cms.strapi.db.connection
  const isSqlite = cms.strapi.db.dialect.client === 'sqlite'
  const found: { name: string }[] = isSqlite
    ? await knex.raw(
        "SELECT m.name || '.' || c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name LIKE '%\\_sealed' ESCAPE '\\'",
      )
    : (
        await knex.raw(
          "SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE '%\\_sealed'",
        )
      ).rows
  expect(found.map(({ name }) => name).sort()).toEqual(
    sealedColumns.map(({ table, column }) => `${table}.${column}`).sort(),
  )
})
