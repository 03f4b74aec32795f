/** `npm run members` under the pinned Node: settings, then the operator's command for the roster, while the portal stands still. */
import fs from 'node:fs'
import path from 'node:path'
import { withStrapi } from '../cms/import/with-strapi.ts'
import { type Keys, type MemberTools, runMembers } from '../cms/members/command.ts'
import { explain } from './processes/explain.ts'
import { takeLock } from './processes/lock.ts'
import { Problem } from './processes/problem.ts'
import { childEnvironment } from './settings/child-environment.ts'
import { loadSettings } from './settings/load.ts'
import type { Settings } from './settings/schema.ts'
import { beginRotation, ensureSecrets, finishRotation, secretsFile } from './settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '..')
const built = path.join(root, 'cms', 'dist', 'src', 'index.js')

function checkStarted({ DATABASE_URL, DATA_DIR }: Settings) {
  if (fs.existsSync(built) && (DATABASE_URL || fs.existsSync(path.join(DATA_DIR, 'cms.sqlite')))) return
  throw new Problem('系统还没有准备好：请先运行一次 npm start。')
}

/** A running CMS would go on with the old key, and could not read what is sealed with the new one. */
function standStill({ DATA_DIR }: Settings): () => void {
  const lock = takeLock(path.join(DATA_DIR, '.running'))
  if ('release' in lock) return lock.release
  throw new Problem(`门户正在运行（进程 ${lock.heldBy}）：请先停止它，再更换密钥。`)
}

const keysOf = (settings: Settings): Keys =>
  settings.SEALING_KEY
    ? { keptIn: 'environment', hasFormer: Boolean(settings.SEALING_KEYS_FORMER) }
    : {
        ...{ keptIn: 'file', file: secretsFile(settings) },
        begin: () => beginRotation(settings),
        finish: () => finishRotation(settings),
      }

async function main(): Promise<number> {
  const loaded = loadSettings(root)
  if ('problem' in loaded) throw new Problem(loaded.problem)
  const { settings } = loaded
  checkStarted(settings)
  const release = standStill(settings)
  try {
    return await runMembers(process.argv.slice(2), {
      keys: keysOf(settings),
      output: process.stdout,
      now: () => new Date(),
      withMembers: async (work) => {
        const quiet = { ...settings, LOG_LEVEL: 'error' } as const
        Object.assign(process.env, childEnvironment(quiet, ensureSecrets(settings), 'production'))
        return withStrapi(settings.DATA_DIR, (strapi) => work(strapi.get('members') as MemberTools))
      },
    })
  } finally {
    release()
  }
}

function report(error: unknown): number {
  if (error instanceof Problem) {
    process.stderr.write(`✗ ${error.message}\n`)
    return 1
  }
  const reason = explain(String((error as { code?: string }).code ?? error)) ?? '出现了意外的错误，详情如下。'
  process.stderr.write(`✗ ${reason}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

process.exit(await main().catch(report))
