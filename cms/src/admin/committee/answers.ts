/** What `src/desk/committee` answers, as it arrives. */
export type Staff = { id: string; memberId: string; name: string; number: string; fromOn: string }
export type State = {
  committee: { name: string; foundedOn: string } | null
  organisations: number
  members: number
  staff: Staff[]
}
export type FoundMember = { id: string; number: string; name: string; organisation: string }

export type PrintedCode = { code: string; expiresAt: string }

type Person = { number: string; name: string }
export type Preview = {
  fingerprint: string
  organisations: { kind: string; name: string; parent: string; similar: string[] }[]
  added: (Person & { organisation: string })[]
  changed: (Person & { fields: { title: string; from: string; to: string }[] })[]
  moved: (Person & { from: string; to: string })[]
  missing: (Person & { organisation: string })[]
  unchanged: number
  ignoredColumns: string[]
  problems: { row: number; column: string; message: string }[]
  problemCount: number
}
export type Imported = { added: number; changed: number; moved: number; organisations: number }
