/** Bills, payments and requests as pages get them: money in yuan beside fen, instants in ISO. */
import { formatMoney } from '../domain/dues/money'
import type { BillState } from '../stores/dues/bills'
import type { Payment } from '../stores/dues/payments'
import type { DuesRequest } from '../stores/dues/requests'

const both = (fen: number) => ({ fen, amount: formatMoney(fen) })

export const shownBill = ({
  id,
  month,
  rate,
  article,
  reason,
  flags,
  category,
  organisationId,
  dueFen,
  paidFen,
  madeFen,
}: BillState) => ({
  ...{ id, month, category, rate, article, reason, flags, organisationId },
  due: both(dueFen),
  paid: both(paidFen),
  /** as it was made, where it was corrected since */
  made: madeFen === dueFen ? null : both(madeFen),
})

export const shownPayment = ({
  id,
  memberId,
  method,
  fen,
  state,
  paidOn,
  arrangement,
  slip,
  recordedAt,
  settledAt,
}: Payment) => ({
  ...{ id, memberId, method, state, paidOn, slip, recordedAt, settledAt, ...both(fen) },
  payer: arrangement.payer.kind,
})

export const shownRequest = ({
  id,
  kind,
  memberId,
  about,
  fen,
  reason,
  state,
  note,
  askedBy,
  askedAt,
}: DuesRequest) => ({
  ...{ id, kind, memberId, about, reason, state, note, askedBy, askedAt, ...both(fen) },
})
