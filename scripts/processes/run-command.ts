/** A tool from node_modules in the foreground: it prints for itself. */
import { spawn } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export type CommandOptions = { signal: AbortSignal; cwd?: string; env?: NodeJS.ProcessEnv }

/**
 * @param script from node_modules, run by this Node
 * @param options cwd is relative to the repository's root
 * @returns the exit code
 */
export function runCommand(
  script: string,
  args: readonly string[],
  { signal, cwd = '.', env }: CommandOptions,
): Promise<number> {
  const child = spawn(process.execPath, [path.join(root, 'node_modules', script), ...args], {
    cwd: path.join(root, cwd),
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  const stop = () => child.kill('SIGTERM')
  signal.addEventListener('abort', stop, { once: true })
  return new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => {
      signal.removeEventListener('abort', stop)
      resolve(code ?? 1)
    })
  })
}
