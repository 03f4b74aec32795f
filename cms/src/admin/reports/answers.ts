/** What `src/desk/reports` answers, as it arrives. */
export type ReportState = 'open' | 'done'

export type Report = {
  id: number
  at: string
  address: string
  title: string
  document: { uid: string; documentId: string } | null
  problem: string
  quote: string
  contact: string
  state: ReportState
  note: string
  done: { at: string; by: string } | null
}

export type ReportList = { data: Report[]; meta: { total: number; pageSize: number; siteUrl: string } }
