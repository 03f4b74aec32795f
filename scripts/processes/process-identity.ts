import fs from 'node:fs'

const START_TIME_FIELD = 19

/** The fields of /proc/<pid>/stat after the name, which itself may hold blanks; null elsewhere than on Linux. */
function readStat(pid: number): string[] | null {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(') ') + 2).split(' ')
  } catch {
    return null
  }
}

/** Process numbers are used again: together with the moment of birth they are not. Empty where nobody can say. */
export function birthOf(pid: number): string {
  return readStat(pid)?.[START_TIME_FIELD] ?? ''
}

/** One that has ended counts as gone, also while its parent has not taken notice yet. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  return readStat(pid)?.[0] !== 'Z'
}
