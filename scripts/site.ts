/** `npm run site` under the pinned Node: settings, then the operator's command of the portal. */
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { EXIT } from '../site/operator/problem.ts'
import { runOperator } from '../site/operator/run-operator.ts'
import { loadRenderer } from '../site/publisher/renderer.ts'
import { readSettings } from '../site/publisher/settings.ts'
import { explain } from './processes/explain.ts'
import { listenForStop } from './processes/stop-signal.ts'
import { childEnvironment } from './settings/child-environment.ts'
import { loadSettings } from './settings/load.ts'
import { ensureSecrets } from './settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '..')
const signal = listenForStop(() => process.exit(1))

/** It works on when this command has ended. */
function startWorker(env: NodeJS.ProcessEnv, dataDir: string) {
  const logDir = path.join(dataDir, 'logs')
  fs.mkdirSync(logDir, { recursive: true })
  const log = fs.openSync(path.join(logDir, 'operator.log'), 'a')
  const script = path.join(root, 'site', 'publisher', 'run-requests.ts')
  spawn(process.execPath, [script], { cwd: root, env, detached: true, stdio: ['ignore', log, log] }).unref()
  fs.closeSync(log)
}

async function main(): Promise<number> {
  const loaded = loadSettings(root)
  if ('problem' in loaded) {
    process.stderr.write(`✗ ${loaded.problem}\n`)
    return EXIT.wrongUse
  }
  const { settings } = loaded
  const siteDir = path.join(settings.DATA_DIR, 'site')
  const environment = () => childEnvironment(settings, ensureSecrets(settings), 'production')
  return runOperator(process.argv.slice(2), {
    ...{ siteDir, signal, input: process.stdin, output: process.stdout, errors: process.stderr },
    startWorker: () => startWorker(environment(), settings.DATA_DIR),
    loadRenderer: () => loadRenderer(readSettings(environment())),
  })
}

function report(error: unknown): number {
  const reason = explain(String((error as { code?: string }).code ?? error)) ?? '出现了意外的错误，详情如下。'
  process.stderr.write(`✗ ${reason}\n${error instanceof Error ? error.stack : String(error)}\n`)
  return EXIT.failed
}

process.exit(await main().catch(report))
