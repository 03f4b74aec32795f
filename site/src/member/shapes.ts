/** What the API answers with, as far as these pages use it (cms/src/dues/shown.ts, cms/src/members). */
export type OfficeRole = 'branch-secretary' | 'treasurer' | 'general-branch' | 'committee-staff' | 'auditor'

export type Me = {
  id: string
  number: string
  name: string
  organisation: string
  organisationId: string
  status: string
  category: string
  admittedOn: string
  fullOn: string | null
  phone: string | null
  mail: string | null
  hasIdentity: boolean
  offices: { role: OfficeRole; organisationId: string }[]
}

type Money = { fen: number; amount: string }

export type Bill = {
  id: string
  month: string
  category: string
  rate: string | null
  article: string
  reason: 'RATE' | 'FIXED' | 'REDUCED' | 'EXEMPT'
  flags: string[]
  organisationId: string
  due: Money
  paid: Money
  made: Money | null
}

export type Payment = Money & {
  id: string
  memberId: string
  method: string
  state: 'waiting' | 'settled' | 'withdrawn'
  paidOn: string
  slip: string | null
  recordedAt: string
  settledAt: string | null
  payer: 'self' | 'relative' | 'member'
}

export type DuesRequest = Money & {
  id: string
  kind: 'correction' | 'refund'
  memberId: string
  about: string
  reason: string
  state: 'waiting' | 'sending' | 'approved' | 'refused' | 'failed'
  note: string
  askedBy: string
  askedAt: string
}

export type ListedMember = { id: string; number: string; name: string; status: string }
export type PrintedCode = {
  memberId: string
  number: string
  name: string
  purpose: 'activation' | 'reset'
  code: string
  expiresAt: string
}

export type MonthState = 'NOTHING_DUE' | 'PAID' | 'PARTLY' | 'UNPAID'
export type Account = {
  months: { month: string; state: MonthState; openFen: number; isOverdue: boolean }[]
  openFen: number
  overdueFen: number
  overpaidFen: number
  tooOld: string[]
}
export type Statement = { account: Account; bills: Bill[]; payments: Payment[]; requests: DuesRequest[] }

export type Base = {
  id: string
  category: string
  from: string
  state: 'declared' | 'confirmed' | 'rejected'
  note: string
  declaredAt: string
  amount: string
}

type Named = { name: string; number: string }
export type BranchBill = Bill & Named & { memberId: string }
export type Gap = Named & { memberId: string; month: string; organisationId: string; reason: string }
export type BranchMonth = { bills: BranchBill[]; gaps: Gap[] }
export type WaitingBase = Named & { id: string; memberId: string; from: string; declaredAt: string }
export type Waiting = {
  payments: (Payment & Named)[]
  requests: (DuesRequest & Named)[]
  bases: WaitingBase[]
}

export type Organisation = {
  id: string
  kind: 'committee' | 'general-branch' | 'branch' | 'group'
  name: string
  parentId: string | null
  dissolvedOn: string | null
}
export type OverviewRow = Organisation & { members: number; settled: number; dueFen: number; paidFen: number }
export type BooksCheck = { at: string; entries: number; problems: { code: string; about: string }[] } | null

export type Device = {
  id: string
  name: string
  firstSeen: string
  lastSeen: string
  isThis: boolean
  isKept: boolean
}
export type ConsentText = { kind: string; version: string; title: string; agreed: string; paragraphs: string[] }
export type Texts = {
  consents: ConsentText[]
  password: { minCharacters: number; problems: Record<string, string> }
  byMail: boolean
  signOn: Record<'oidc' | 'cas', string | null>
  signOnProblems: Record<string, string>
}
