/** Which errors stop the engine as a whole, and which concern one page alone. */
import type { EngineProblem } from '../live-report.ts'

const CODES: Readonly<Record<string, EngineProblem['code']>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EROFS: 'READ_ONLY',
  EACCES: 'READ_ONLY',
  EPERM: 'READ_ONLY',
}
/** SQLITE_READONLY and SQLITE_FULL; the lowest byte of an extended code is the code */
const SQLITE_CODES: Readonly<Record<number, EngineProblem['code']>> = { 8: 'READ_ONLY', 13: 'DISK_FULL' }

export function problemOf(error: unknown): EngineProblem {
  const { code, errcode } = error as { code?: string; errcode?: number }
  const reason = error instanceof Error ? error.message : String(error)
  const known = CODES[code ?? ''] ?? (errcode === undefined ? undefined : SQLITE_CODES[errcode & 0xff])
  return { code: known ?? 'UNEXPECTED', reason: reason.slice(0, 500) }
}

/** Names that no file system takes: the page's own fault. */
const OF_ONE_PAGE = new Set(['ENAMETOOLONG', 'ENOTDIR', 'EISDIR', 'EEXIST', 'EINVAL', 'EILSEQ'])

export const concernsOnePage = (error: unknown): boolean =>
  OF_ONE_PAGE.has((error as NodeJS.ErrnoException).code ?? '') || error instanceof URIError
