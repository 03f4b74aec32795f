/** One child: its own process group, its log, and a channel whose end tells it that we are gone. */
import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import readline from 'node:readline'
import type { LogFile } from './log-file.ts'

export const STOP_WITHIN_MS = 15_000
const preload = path.join(import.meta.dirname, 'stop-with-parent.mjs')
const isWindows = process.platform === 'win32'

export type ProcessSpec = {
  /** names the log file */
  name: string
  /** for people */
  title: string
  /** what Node runs, and its arguments */
  script: string
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  log: LogFile
  /** stops by itself when the channel to us closes */
  noticesDisconnect?: boolean
  /** gets every line that it prints; the log has them, too */
  onLine?: (line: string, from: 'stdout' | 'stderr') => void
}

export type Exit = { code: number | null; signal: NodeJS.Signals | null }

export type RunningProcess = {
  spec: ProcessSpec
  exited: Promise<Exit>
  /** asks it to stop, insists after 15 s, and leaves nothing of its group behind */
  stop: () => Promise<void>
  /** SIGKILL for all of its group, at once */
  kill: () => void
}

function killGroup(child: ChildProcess) {
  if (child.pid === undefined) return
  try {
    if (isWindows) child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // the group is gone already
  }
}

function askToStop(child: ChildProcess) {
  if (!isWindows) child.kill('SIGTERM')
  else if (child.connected) child.disconnect()
}

function passLines(child: ChildProcess, logFile: string, onLine: NonNullable<ProcessSpec['onLine']>) {
  for (const from of ['stdout', 'stderr'] as const) {
    const input = child[from]
    if (!input) continue
    readline.createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY }).on('line', (line) => {
      fs.appendFileSync(logFile, `${line}\n`)
      onLine(line, from)
    })
  }
}

export function startProcess(spec: ProcessSpec): RunningProcess {
  const log = fs.openSync(spec.log.file, 'a')
  const node = [...(spec.noticesDisconnect ? [] : ['--import', preload]), spec.script, ...spec.args]
  const output = spec.onLine ? 'pipe' : log
  const child = spawn(process.execPath, node, {
    cwd: spec.cwd,
    env: spec.env,
    detached: !isWindows,
    stdio: ['ignore', output, output, 'ipc'],
  })
  fs.closeSync(log)
  if (spec.onLine) passLines(child, spec.log.file, spec.onLine)
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }))
    child.once('exit', (code, signal) => {
      killGroup(child)
      resolve({ code, signal })
    })
  })
  const stop = async () => {
    const insist = setTimeout(() => killGroup(child), STOP_WITHIN_MS)
    askToStop(child)
    await exited
    clearTimeout(insist)
  }
  return { spec, exited, stop, kill: () => killGroup(child) }
}
