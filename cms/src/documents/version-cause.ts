/** How a save came about where its middleware cannot see it: a restore is an update as every other. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { VersionCause } from '../domain/versions/version'

type Cause = { cause: VersionCause; restoredFrom: number | null }

const current = new AsyncLocalStorage<Cause>()

export const asRestoreOf = <Result>(number: number, work: () => Promise<Result>): Promise<Result> =>
  current.run({ cause: 'restored', restoredFrom: number }, work)

/** @param byRequest whether somebody asked for it over HTTP; imports, the seed and jobs come without */
export function causeOf(action: string, byRequest: boolean): Cause {
  const given = current.getStore()
  if (given && action === 'update') return given
  const plain = (cause: VersionCause): Cause => ({ cause, restoredFrom: null })
  if (action === 'publish') return plain('published')
  if (action === 'unpublish') return plain('unpublished')
  if (action === 'discardDraft') return plain('discarded')
  return plain(byRequest ? 'saved' : 'imported')
}
