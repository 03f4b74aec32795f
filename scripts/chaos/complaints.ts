/** Everything that must never be seen. */
export type Complaints = ReturnType<typeof createComplaints>

const MOST_KEPT = 100

export function createComplaints(say: (line: string) => void) {
  const lines: string[] = []
  let count = 0

  return {
    add(line: string) {
      count += 1
      if (lines.length >= MOST_KEPT) return
      lines.push(line)
      say(`✗ ${line}`)
    },
    lines,
    count: () => count,
  }
}
