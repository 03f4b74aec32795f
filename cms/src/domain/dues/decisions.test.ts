import { describe, expect, it } from 'vitest'
import { checkDecision, type Decision, decisionSchema } from './decisions'

const good: Decision = {
  effect: { kind: 'exempt' },
  from: '2026-09',
  until: '2027-02',
  studied: { organisationId: 'branch', on: '2026-08-20' },
  approved: { organisationId: 'committee', on: '2026-08-28' },
  document: '院党〔2026〕31号',
  revokedFrom: null,
}
const branch = {
  id: 'branch',
  above: [
    { id: 'general', kind: 'general-branch' as const },
    { id: 'committee', kind: 'committee' as const },
    { id: 'higher', kind: 'committee' as const },
  ],
}
const TODAY = '2026-11-27'

describe('a decision', () => {
  const by = (organisationId: string, on: string) => ({ organisationId, on })
  it.each<[string, Partial<Decision>, string[]]>([
    ['as it should be', {}, []],
    ['of one month', { until: '2026-09' }, []],
    ['studied and approved on one day', { approved: by('committee', '2026-08-20') }, []],
    ['approved today', { approved: by('committee', TODAY) }, []],
    ['that ends before it begins', { until: '2026-08' }, ['DUES_DECISION_PERIOD']],
    ['approved before it was studied', { approved: by('committee', '2026-08-19') }, ['DUES_DECISION_ORDER']],
    ['approved tomorrow', { approved: by('committee', '2026-11-28') }, ['DUES_DECISION_ORDER']],
    ['studied by another branch', { studied: by('other', '2026-08-20') }, ['DUES_DECISION_BRANCH']],
    ['approved by the branch itself', { approved: by('branch', '2026-08-28') }, ['DUES_DECISION_COMMITTEE']],
    ['approved by the general branch', { approved: by('general', '2026-08-28') }, ['DUES_DECISION_COMMITTEE']],
    ['approved two levels up', { approved: by('higher', '2026-08-28') }, ['DUES_DECISION_COMMITTEE']],
    [
      'with everything wrong',
      { until: '2026-01', studied: by('x', '2026-12-01'), approved: by('y', '2026-11-01') },
      ['DUES_DECISION_PERIOD', 'DUES_DECISION_ORDER', 'DUES_DECISION_BRANCH', 'DUES_DECISION_COMMITTEE'],
    ],
  ])('%s', (_what, changes, problems) => {
    expect(checkDecision({ ...good, ...changes }, branch, TODAY)).toEqual(problems)
  })

  it('cannot be approved where no committee stands above', () => {
    expect(checkDecision(good, { id: 'branch', above: [] }, TODAY)).toEqual(['DUES_DECISION_COMMITTEE'])
  })

  it.each<[string, object]>([
    ['that reduces to nothing without saying so', { effect: { kind: 'amount', fen: 0 } }],
    ['by a part of a fen', { effect: { kind: 'amount', fen: 0.5 } }],
    ['by the whole', { effect: { kind: 'share', basisPoints: 10_000 } }],
    ['without an end', { until: undefined }],
    ['without a document', { document: '  ' }],
    ['on no day', { studied: { organisationId: 'branch', on: '2026-02-30' } }],
    ['with more than is asked', { by: 'me' }],
  ])('is not taken %s', (_what, changes) => {
    expect(decisionSchema.safeParse({ ...good, ...changes }).success).toBe(false)
  })
})
