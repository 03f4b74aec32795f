/** `npm run import` under the pinned Node: settings, then the importer beside the CMS. */
import fs from 'node:fs'
import path from 'node:path'
import type { Core } from '@strapi/types'
import { ImportProblem, runImport } from '../cms/import/command.ts'
import { withStrapi } from '../cms/import/with-strapi.ts'
import { explain } from './processes/explain.ts'
import { takeLock } from './processes/lock.ts'
import { Problem } from './processes/problem.ts'
import { listenForStop } from './processes/stop-signal.ts'
import { childEnvironment } from './settings/child-environment.ts'
import { loadSettings } from './settings/load.ts'
import type { Settings } from './settings/schema.ts'
import { ensureSecrets } from './settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '..')
const distDir = path.join(root, 'cms', 'dist')
const signal = listenForStop(() => process.exit(1))

function readSettings(): Settings {
  const loaded = loadSettings(root)
  if ('problem' in loaded) throw new ImportProblem(loaded.problem, 2)
  return loaded.settings
}

function checkStarted({ DATABASE_URL, DATA_DIR }: Settings) {
  const database = path.join(DATA_DIR, 'cms.sqlite')
  if (!fs.existsSync(path.join(distDir, 'src', 'index.js')) || !(DATABASE_URL || fs.existsSync(database))) {
    throw new ImportProblem('系统还没有准备好：请先运行一次 npm start，再导入。', 1)
  }
}

/** Two imports at once would bring in the same texts twice. */
function lockImport(dataDir: string) {
  const lock = takeLock(path.join(dataDir, '.importing'))
  if ('release' in lock) return lock.release
  throw new ImportProblem(`另一个导入正在进行（进程 ${lock.heldBy}）：请等它结束后再试。`, 1)
}

async function withCms<T>(settings: Settings, work: (strapi: Core.Strapi) => Promise<T>): Promise<T> {
  checkStarted(settings)
  const release = lockImport(settings.DATA_DIR)
  try {
    // progress is for people: of the CMS only errors may interrupt it
    const quiet = { ...settings, LOG_LEVEL: 'error' } as const
    Object.assign(process.env, childEnvironment(quiet, ensureSecrets(settings), 'production'))
    return await withStrapi(settings.DATA_DIR, work)
  } finally {
    release()
  }
}

async function main(): Promise<number> {
  const settings = readSettings()
  return runImport(process.argv.slice(2), {
    from: process.env.INIT_CWD ?? process.cwd(),
    dataDir: settings.DATA_DIR,
    siteUrl: settings.SITE_URL,
    withStrapi: (work) => withCms(settings, work),
    signal,
    output: process.stdout,
    now: () => new Date(),
  })
}

function report(error: unknown): number {
  if (error instanceof ImportProblem || error instanceof Problem) {
    process.stderr.write(`✗ ${error.message}\n`)
    return error instanceof ImportProblem ? error.exitCode : 1
  }
  const reason = explain(String((error as { code?: string }).code ?? error)) ?? '出现了意外的错误，详情如下。'
  process.stderr.write(`✗ 导入失败：${reason}已完成的部分不受影响，排除问题后用同样的命令再运行一次。\n`)
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return 1
}

process.exit(await main().catch(report))
