/** `npm ci` where node_modules is not what the lock file says. */
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { missingFrom } from './installed.mjs'
import { explainNpmFailure } from './npm-problems.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { checkNpm } from './versions.mjs'

const SHOWN_LINES = 10
/** npm's own pauses let a machine without network wait for over a minute. */
const OPTIONS = [
  '--include=dev',
  '--include=optional',
  '--fetch-retry-mintimeout=2000',
  '--fetch-retry-maxtimeout=10000',
]

export class InstallProblem extends Error {}

/** npm as a script for a Node of our choice; where npm does not say where it is, the command itself. */
function npmCommand(/** @type {string} */ node) {
  const script = process.env.npm_execpath
  if (script && /npm-cli\.c?js$/.test(script)) return { command: node, before: [script], shell: false }
  return { command: 'npm', before: [], shell: process.platform === 'win32' }
}

function npmVersion() {
  const fromNpm = /^npm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '')?.[1]
  if (fromNpm) return fromNpm
  const { command, before, shell } = npmCommand(process.execPath)
  const { stdout, error } = spawnSync(command, [...before, '--version'], { encoding: 'utf8', shell })
  if (error) throw new InstallProblem('找不到 npm：请安装 npm 10 或更新的版本后再试。')
  return stdout.trim()
}

/** @returns {Promise<{ code: number | null, output: string }>} */
function runNpm(/** @type {string} */ root, /** @type {string} */ node, /** @type {string[]} */ options) {
  const { command, before, shell } = npmCommand(node)
  const child = spawn(command, [...before, 'ci', ...OPTIONS, ...options], {
    cwd: root,
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = (output + chunk).slice(-20_000)
    })
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

async function install(/** @type {string} */ root, /** @type {string} */ node, /** @type {string[]} */ options = []) {
  const { code, output } = await runNpm(root, node, options)
  if (code === 0) return
  const lines = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!) \S/.test(line))
    .slice(0, SHOWN_LINES)
  throw new InstallProblem([explainNpmFailure(output), ...lines.map((line) => `  ${line}`)].join('\n'))
}

/**
 * npm leaves out an optional package whose `engines` exclude the Node that runs npm, although ours will run it
 * (Node 20.18 and the bundler's binary). Then npm itself has to run under the pinned Node, from a copy: `npm ci`
 * removes the original.
 */
async function installUnderPinnedNode(/** @type {string} */ root, /** @type {string} */ pinned) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-node-'))
  try {
    const copy = path.join(folder, path.basename(pinned))
    fs.copyFileSync(pinned, copy)
    await install(root, copy, ['--prefer-offline'])
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} root
 * @param {import('../console/steps.mjs').Steps} steps
 */
export async function ensureInstalled(root, steps) {
  if (missingFrom(root)?.length === 0) return
  const tooOld = checkNpm(npmVersion())
  if (tooOld) throw new InstallProblem(tooOld)
  await steps.run('安装依赖', async () => {
    await install(root, process.execPath)
    const pinned = pinnedNode(root)
    if (missingFrom(root)?.length && pinned) await installUnderPinnedNode(root, pinned)
  })
  const missing = missingFrom(root)
  if (missing?.length === 0) return
  throw new InstallProblem(
    `依赖没有装全，缺少 ${missing?.slice(0, 3).join('、') ?? '全部软件包'}：请删除 node_modules 后再试。`,
  )
}
