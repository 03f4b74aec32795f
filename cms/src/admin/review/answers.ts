/** What `src/desk/review` answers, as it arrives: instants are ISO strings. */
import type { ActName, Mark } from '../../domain/review/acts'
import type { Level } from '../../domain/review/levels'
import type { ReviewState } from '../../domain/review/state'

export type Act = {
  step: number
  act: ActName
  level: Level | null
  actor: { name: string; role: string }
  note: string
  marks: Mark[]
  at: string
  fingerprint: string
}

export type Review = {
  state: ReviewState
  fingerprint: string
  title: string | null
  column: string | null
  levels: { level: Level; approval: Act | null }[]
  missing: Level[]
  awaited: Level | null
  submission: Act | null
  ending: Act | null
  isOvertaken: boolean
  isPublic: boolean
  isUrgent: boolean
  history: Act[]
  maySubmit: boolean
  mayReview: boolean
  mayReturn: boolean
  mayWithdraw: boolean
  mayPublishUrgently: boolean
  hindrance: 'REVIEW_OWN_WORK' | 'REVIEW_TWICE' | null
  leastReason: number
}

export type ListName = 'awaiting' | 'returned' | 'submitted' | 'published'
export type Counts = Record<ListName, number>

export type WorkRow = {
  uid: string
  documentId: string
  title: string | null
  state: ReviewState | 'published'
  column: string | null
  submitter: string | null
  at: string
  isUrgent: boolean
}
export type WorkPage = { rows: WorkRow[]; total: number; page: number; pageSize: number }

export type Notice = {
  id: number
  subject: string
  text: string
  uid: string | null
  documentId: string | null
  at: string
  isRead: boolean
}
export type Notices = { unread: number; notices: Notice[]; failedMails: number; now: string }
