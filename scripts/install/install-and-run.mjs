import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSteps } from '../console/steps.mjs'
import { ensureInstalled, InstallProblem } from './install.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { checkNode } from './versions.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const MACOS = process.platform === 'darwin' ? 'macOS 上' : '这个平台上'

const LOOK_FOR_PARENT_MS = 1000

function refuse(/** @type {string} */ sentence) {
  process.stderr.write(`✗ ${sentence}\n`)
  process.exit(1)
}

/** npm killed outright tells nobody; that it is no longer our parent does. */
function noticeParentsEnd(/** @type {() => void} */ onEnd) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    onEnd()
  }, LOOK_FOR_PARENT_MS)
  timer.unref()
}

/** The child stops by itself; this process only waits for it and takes over its exit code. */
function runUnder(/** @type {string} */ node, /** @type {string} */ script, /** @type {number} */ startedAt) {
  const child = spawn(node, [path.join(root, script), ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter),
      PORTAL_STARTED_AT: String(startedAt),
    },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  noticeParentsEnd(() => child.kill('SIGTERM'))
  child.on('error', (error) => refuse(`无法启动 ${node}：${error.message}`))
  child.on('exit', (code) => process.exit(code ?? 1))
}

/**
 * Installs what the lock file says if it is missing, then runs a TypeScript script under the pinned Node.
 * @param {string} script path from the repository's root
 */
export async function installAndRun(script) {
  const startedAt = Date.now()
  const tooOld = checkNode(process.version)
  if (tooOld) return refuse(tooOld)
  const steps = createSteps(process.stdout)
  try {
    await ensureInstalled(root, steps)
  } catch (error) {
    if (error instanceof InstallProblem) return refuse(error.message)
    throw error
  }
  const node = pinnedNode(root)
  if (!node)
    return refuse(`${MACOS}没有随项目安装的 Node：请自行安装 Node 24 或更新的版本后再试（现在是 ${process.version}）。`)
  runUnder(node, script, startedAt)
}
