import fs from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const ROTATE_ABOVE_BYTES = 10 * 1024 * 1024
const TAIL_BYTES = 16 * 1024

const sizeOf = (file: string) => fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0

export type LogFile = {
  file: string
  /** the last lines written since it was opened */
  tail: (lines: number) => string[]
}

/** Gives the log of one process; one that has grown large becomes `<name>.log.1` first. */
export function openLog(logDir: string, name: string): LogFile {
  const file = path.join(logDir, `${name}.log`)
  if (sizeOf(file) > ROTATE_ABOVE_BYTES) fs.renameSync(file, `${file}.1`)
  const begin = sizeOf(file)
  return { file, tail: (lines) => readTail(file, begin, lines) }
}

function readTail(file: string, begin: number, lines: number): string[] {
  const size = sizeOf(file)
  const from = Math.max(Math.min(begin, size), size - TAIL_BYTES)
  const buffer = Buffer.alloc(size - from)
  if (buffer.length === 0) return []
  const descriptor = fs.openSync(file, 'r')
  try {
    fs.readSync(descriptor, buffer, 0, buffer.length, from)
  } finally {
    fs.closeSync(descriptor)
  }
  return stripVTControlCharacters(buffer.toString('utf8')).trimEnd().split('\n').slice(-lines)
}
