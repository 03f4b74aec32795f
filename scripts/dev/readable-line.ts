/** Log lines of the portal's processes are JSON; a person wants the level, the words, then what belongs to them. */
import { stripVTControlCharacters } from 'node:util'
import { z } from 'zod'

const LEVELS: Record<number, string> = { 20: 'debug', 30: 'info', 40: 'warn', 50: 'error', 60: 'fatal' }

const logLine = z.looseObject({ level: z.number(), msg: z.string() })

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** @param keepColours whether a terminal will show it */
export function readableLine(line: string, keepColours: boolean): string {
  const parsed = line.startsWith('{') ? logLine.safeParse(parseJson(line)) : null
  if (!parsed?.success) return keepColours ? line : stripVTControlCharacters(line)
  const { level, msg, time: _time, process: _process, ...rest } = parsed.data
  const details = Object.entries(rest).map(
    ([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return [LEVELS[level] ?? level, msg, ...details].join(' ')
}
