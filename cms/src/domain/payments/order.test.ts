import { describe, expect, it } from 'vitest'
import { MAX_ORDER_FEN, misfitOf, orderSchema } from './order'

const order = {
  orderNo: 'DF202611-000001',
  fen: 3457,
  subject: '党费 2026年11月',
  expiresAt: new Date('2026-11-30T00:00:00Z'),
}

describe('an order', () => {
  it.each([
    {},
    { fen: 1 },
    { fen: MAX_ORDER_FEN },
    { orderNo: 'a'.repeat(6) },
    { orderNo: 'a'.repeat(32) },
    { subject: '费'.repeat(40) },
  ])('may be %j', (change) => {
    expect(orderSchema.safeParse({ ...order, ...change }).success).toBe(true)
  })

  it.each([
    { fen: 0 },
    { fen: -1 },
    { fen: 34.57 },
    { fen: MAX_ORDER_FEN + 1 },
    { fen: Number.NaN },
    { fen: '3457' },
    { orderNo: 'a'.repeat(5) },
    { orderNo: 'a'.repeat(33) },
    { orderNo: '../../../close' },
    { orderNo: '订单000001' },
    { subject: '' },
    { subject: '费'.repeat(41) },
    { subject: '党费&金额=1' },
    { subject: '党费\n' },
    { expiresAt: new Date('never') },
  ])('may not be %j', (change) => {
    expect(orderSchema.safeParse({ ...order, ...change }).success).toBe(false)
  })
})

describe('a payment', () => {
  it('is the order’s when number and amount are', () => {
    expect(misfitOf({ orderNo: order.orderNo, fen: 3457 }, order)).toBeNull()
  })

  it.each([
    [{ fen: 3456 }, 'OTHER_AMOUNT'],
    [{ fen: 3458 }, 'OTHER_AMOUNT'],
    [{ orderNo: 'DF202611-000002' }, 'OTHER_ORDER'],
  ])('of %j is %s', (change, misfit) => {
    expect(misfitOf({ orderNo: order.orderNo, fen: 3457, ...change }, order)).toBe(misfit)
  })
})
