/** A payment and the order that a provider knows it by. */
import type { Order } from '../../domain/payments/order'
import type { Payment } from '../../stores/dues/payments'

const UUID_PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

/** 32 characters, the most that WeChat Pay takes. */
export const orderNoOf = (paymentId: string): string => paymentId.replaceAll('-', '')

/** @returns what is no number of ours as it is: nothing will be found for it */
export const paymentIdOf = (orderNo: string): string => orderNo.replace(UUID_PARTS, '$1-$2-$3-$4-$5')

export const orderOf = ({ id, fen, expiresAt }: Payment): Order => ({
  ...{ orderNo: orderNoOf(id), fen, expiresAt: expiresAt ?? new Date(0) },
  // what a payer sees on his statement, and others over his shoulder: no name
  subject: '党费交纳',
})
