/** `npm run audit` under the pinned Node: settings, then the operator's command for the audit log beside the CMS. */
import fs from 'node:fs'
import path from 'node:path'
import { type AuditTools, runAudit } from '../cms/audit/command.ts'
import { withStrapi } from '../cms/import/with-strapi.ts'
import { explain } from './processes/explain.ts'
import { Problem } from './processes/problem.ts'
import { childEnvironment } from './settings/child-environment.ts'
import { loadSettings } from './settings/load.ts'
import type { Settings } from './settings/schema.ts'
import { ensureSecrets } from './settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '..')
const built = path.join(root, 'cms', 'dist', 'src', 'index.js')

function checkStarted({ DATABASE_URL, DATA_DIR }: Settings) {
  if (fs.existsSync(built) && (DATABASE_URL || fs.existsSync(path.join(DATA_DIR, 'cms.sqlite')))) return
  throw new Problem('系统还没有准备好：请先运行一次 npm start。')
}

async function main(): Promise<number> {
  const loaded = loadSettings(root)
  if ('problem' in loaded) throw new Problem(loaded.problem)
  const { settings } = loaded
  return runAudit(process.argv.slice(2), {
    from: process.env.INIT_CWD ?? process.cwd(),
    dataDir: settings.DATA_DIR,
    output: process.stdout,
    now: () => new Date(),
    withAudit: async (work) => {
      checkStarted(settings)
      const quiet = { ...settings, LOG_LEVEL: 'error' } as const
      Object.assign(process.env, childEnvironment(quiet, ensureSecrets(settings), 'production'))
      return withStrapi(settings.DATA_DIR, (strapi) => work(strapi.get('audit') as AuditTools))
    },
  })
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
