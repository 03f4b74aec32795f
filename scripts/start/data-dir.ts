import fs from 'node:fs'
import path from 'node:path'
import { explain } from '../processes/explain.ts'
import { Problem } from '../processes/problem.ts'
import { makeFolder } from './make-folder.ts'

const MIB = 1024 * 1024
export const REFUSE_BELOW_BYTES = 200 * MIB
export const WARN_BELOW_BYTES = 1024 * MIB

/** @returns what to say about the space left, and whether one can start at all */
export function judgeFreeSpace(
  freeBytes: number,
  dataDir: string,
): { kind: 'enough' } | { kind: 'low' | 'full'; sentence: string } {
  const left = `${Math.floor(freeBytes / MIB)} MB`
  if (freeBytes < REFUSE_BELOW_BYTES) {
    return {
      kind: 'full',
      sentence: `磁盘空间不足：${dataDir} 所在的磁盘只剩 ${left}，至少需要 200 MB，请腾出空间后再试。`,
    }
  }
  if (freeBytes < WARN_BELOW_BYTES) {
    return { kind: 'low', sentence: `磁盘空间紧张：${dataDir} 所在的磁盘只剩 ${left}，请尽快腾出空间。` }
  }
  return { kind: 'enough' }
}

/** the database has password hashes, the logs have names */
const CLOSED_TO_OTHERS = 0o750

function probeWriting(dataDir: string) {
  const probe = path.join(dataDir, `.write-probe.${process.pid}`)
  fs.writeFileSync(probe, 'x')
  fs.rmSync(probe)
}

/**
 * @returns a warning for people, or null
 * @throws Problem when the folder cannot be made, written to, or its disk is as good as full
 */
export function prepareDataDir(dataDir: string): string | null {
  try {
    makeFolder(dataDir, CLOSED_TO_OTHERS)
    for (const folder of ['logs', 'public/uploads', 'site']) makeFolder(path.join(dataDir, folder))
    probeWriting(dataDir)
  } catch (cause) {
    const reason = explain(String(cause)) ?? (cause instanceof Error ? cause.message : String(cause))
    throw new Problem(`无法使用数据目录 ${dataDir}（设置 DATA_DIR）：${reason}`, { cause })
  }
  const { bavail, bsize } = fs.statfsSync(dataDir)
  const space = judgeFreeSpace(bavail * bsize, dataDir)
  if (space.kind === 'full') throw new Problem(space.sentence)
  return space.kind === 'low' ? space.sentence : null
}
