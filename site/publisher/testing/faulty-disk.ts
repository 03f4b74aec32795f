/** The file system as this process sees it, with faults: it fills up, becomes read-only, or the process dies at a step. */
import fs, { type FileHandle } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'

const CHANGING = ['rename', 'unlink', 'rmdir', 'rm', 'mkdir', 'link', 'copyFile', 'writeFile', 'symlink'] as const
const OF_HANDLES = ['writeFile', 'datasync', 'sync'] as const

type Step = { name: string; path: string }
/** What a step throws, null when it succeeds. */
type Fault = (step: Step) => Error | null
type Work = (...values: unknown[]) => unknown

const asError = (code: string) => Object.assign(new Error(`${code}: injected`), { code })

export function faultyDisk() {
  const undo: (() => void)[] = []
  let fault: Fault = () => null
  let steps = 0
  let isDead = false

  function replace(owner: object, name: string, wrap: (real: Work) => Work) {
    const methods = owner as Record<string, Work>
    const real = methods[name] as Work
    methods[name] = wrap(real)
    undo.push(() => {
      methods[name] = real
    })
  }

  function check(name: string, path: unknown) {
    const error = fault({ name, path: String(path) })
    if (error) throw error
  }

  /** A process that dies while it writes leaves a part. */
  function watchHandle(handle: FileHandle, path: unknown) {
    for (const name of OF_HANDLES)
      replace(handle, name, (real) => async (...values: unknown[]) => {
        try {
          check(name, path)
        } catch (error) {
          if (isDead && name === 'writeFile') await real.call(handle, (values[0] as Uint8Array).subarray(0, 10))
          throw error
        }
        return real.apply(handle, values)
      })
    return handle
  }

  for (const name of CHANGING)
    replace(fs, name, (real) => async (...values: unknown[]) => {
      check(name, values[0])
      return real.apply(fs, values)
    })
  replace(fs, 'open', (real) => async (...values: unknown[]) => {
    if (values[1] !== undefined && values[1] !== 'r') check('open', values[0])
    return watchHandle((await real.apply(fs, values)) as FileHandle, values[0])
  })
  replace(
    DatabaseSync.prototype,
    'exec',
    (real) =>
      function exec(this: DatabaseSync, sql: unknown) {
        if (sql === 'COMMIT') check('commit', this.location())
        return real.call(this, sql)
      },
  )

  return {
    /** Everything that writes fails with this code, until `heal`. */
    failWith(code: string) {
      fault = ({ name }) => (name === 'commit' || name === 'rm' ? null : asError(code))
    },
    /** The process ends at its n-th step that changes something: nothing it does afterwards has any effect. */
    dieAt(n: number) {
      steps = 0
      fault = () => {
        steps += 1
        isDead ||= steps === n
        return isDead ? new Error('this process is dead') : null
      }
    },
    isDead: () => isDead,
    heal() {
      fault = () => null
      isDead = false
    },
    restore() {
      for (const one of undo.toReversed()) one()
    },
  }
}
