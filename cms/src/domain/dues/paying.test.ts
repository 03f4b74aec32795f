import { describe, expect, it } from 'vitest'
import { type Arrangement, arrangementSchema, checkArrangement, dueOn, purposes } from './paying'

const member = { id: 'm', branchId: 'A' }
const consent = { organisationId: 'A', on: '2026-01-05' }
const self = { kind: 'self' } as const
const mother = { kind: 'relative', name: '王桂兰' } as const

describe('an arrangement', () => {
  it.each<[Arrangement, string[]]>([
    [{ rhythm: 'monthly', payer: self, consent: null }, []],
    [{ rhythm: 'quarterly', payer: self, consent: null }, ['DUES_CONSENT_MISSING']],
    [{ rhythm: 'quarterly', payer: self, consent }, []],
    [{ rhythm: 'monthly', payer: mother, consent: null }, ['DUES_CONSENT_MISSING']],
    [{ rhythm: 'monthly', payer: mother, consent }, []],
    [{ rhythm: 'monthly', payer: { kind: 'member', memberId: 'n' }, consent }, []],
    [{ rhythm: 'monthly', payer: { kind: 'member', memberId: 'm' }, consent }, ['DUES_PAYER_IS_MEMBER']],
    [{ rhythm: 'quarterly', payer: mother, consent: { ...consent, organisationId: 'B' } }, ['DUES_CONSENT_BRANCH']],
  ])('%j: %j', (arrangement, problems) => {
    expect(checkArrangement(arrangement, member)).toEqual(problems)
  })
})

describe('article 14 cannot be broken, for there are no words for it', () => {
  it.each([
    ['the branch pays (垫交)', { payer: { kind: 'organisation', organisationId: 'A' } }],
    ['pay is cut (扣缴)', { payer: { kind: 'payroll' } }],
    ['nobody pays', { payer: null }],
    ['once a year', { rhythm: 'yearly' }],
    ['with a purpose of its own', { purpose: 'special' }],
    ['a relative without a name', { payer: { kind: 'relative', name: ' ' } }],
  ])('%s', (_what, changes) => {
    const wrong = { rhythm: 'monthly', payer: self, consent: null, ...changes }
    expect(arrangementSchema.safeParse(wrong).success).toBe(false)
  })

  it('money is dues or voluntary', () => {
    expect(purposes).toEqual(['dues', 'voluntary'])
  })
})

it.each([
  ['2026-11', 'monthly', 31, '2026-11-30'],
  ['2026-11', 'monthly', 5, '2026-11-05'],
  ['2026-02', 'monthly', 29, '2026-02-28'],
  ['2028-02', 'monthly', 29, '2028-02-29'],
  ['2026-10', 'quarterly', 31, '2026-12-31'],
  ['2026-12', 'quarterly', 20, '2026-12-20'],
  ['2026-04', 'quarterly', 31, '2026-06-30'],
] as const)('%s, %s, on day %i: %s', (month, rhythm, dueDay, day) => {
  expect(dueOn(month, rhythm, dueDay)).toBe(day)
})
