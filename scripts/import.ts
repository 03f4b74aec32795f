/** `npm run import` under the pinned Node: settings, then the importer beside the CMS. */
import fs from 'node:fs'
import path from 'node:path'
import { ImportProblem, readArguments, runImport } from '../cms/import/command.ts'
import { withStrapi } from '../cms/import/with-strapi.ts'
import { explain } from './processes/explain.ts'
import { Problem } from './processes/problem.ts'
import { listenForStop } from './processes/stop-signal.ts'
import { childEnvironment } from './settings/child-environment.ts'
import { loadSettings } from './settings/load.ts'
import { ensureSecrets } from './settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '..')
const distDir = path.join(root, 'cms', 'dist')
const signal = listenForStop(() => process.exit(1))

function prepare(isDryRun: boolean) {
  const loaded = loadSettings(root)
  if ('problem' in loaded) throw new ImportProblem(loaded.problem, 2)
  const { settings } = loaded
  if (isDryRun) return settings
  if (!fs.existsSync(path.join(distDir, 'src', 'index.js'))) {
    throw new ImportProblem('管理台还没有构建：请先运行一次 npm start，再导入。', 1)
  }
  fs.mkdirSync(settings.DATA_DIR, { recursive: true })
  // progress is for people: of the CMS only errors may interrupt it
  Object.assign(
    process.env,
    childEnvironment({ ...settings, LOG_LEVEL: 'error' }, ensureSecrets(settings), 'production'),
  )
  return settings
}

async function main(): Promise<number> {
  const words = process.argv.slice(2)
  const settings = prepare(readArguments(words).isDryRun)
  return runImport(words, {
    from: process.env.INIT_CWD ?? process.cwd(),
    dataDir: settings.DATA_DIR,
    siteUrl: settings.SITE_URL,
    distDir,
    withStrapi: (work) => withStrapi(settings.DATA_DIR, work),
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
