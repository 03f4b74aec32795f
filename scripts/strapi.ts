/** `npm run strapi -- <command>`: Strapi's own commands with our settings, such as admin:reset-user-password. */
import path from 'node:path'
import { Problem, printProblem } from './processes/problem.ts'
import { runCommand } from './processes/run-command.ts'
import { listenForStop } from './processes/stop-signal.ts'
import { childEnvironment } from './settings/child-environment.ts'
import { loadSettings } from './settings/load.ts'
import { ensureSecrets } from './settings/secrets.ts'

const root = path.resolve(import.meta.dirname, '..')
const signal = listenForStop(() => process.exit(1))

async function main(): Promise<number> {
  try {
    const loaded = loadSettings(root)
    if ('problem' in loaded) throw new Problem(loaded.problem)
    const env = childEnvironment(loaded.settings, ensureSecrets(loaded.settings), 'production')
    return await runCommand('@strapi/strapi/bin/strapi.js', process.argv.slice(2), { signal, cwd: 'cms', env })
  } catch (error) {
    printProblem(error)
    return 1
  }
}

process.exit(await main())
