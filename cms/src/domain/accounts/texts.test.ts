import { describe, expect, it } from 'vitest'
import { checkConsents, consentKinds, consentTexts } from './texts'

const all = consentTexts.map(({ kind, version }) => ({ kind, version }))

describe('consents', () => {
  it('are asked for one by one', () => expect(all.map(({ kind }) => kind)).toEqual([...consentKinds]))
  it('are complete', () => expect(checkConsents(all)).toBeNull())
  it.each(consentKinds)('without %s are not', (kind) =>
    expect(checkConsents(all.filter((one) => one.kind !== kind))).toBe('CONSENT_MISSING'))
  it('to an older text do not count', () =>
    expect(checkConsents([all[0], { kind: 'sensitive', version: '2020-01' }])).toBe('CONSENT_OUTDATED'))
})
