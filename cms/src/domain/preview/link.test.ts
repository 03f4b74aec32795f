import { describe, expect, it } from 'vitest'
import { LINK_VALID_MS, type PreviewGrant, readLink, signLink } from './link'

const SECRET = 'a-secret-of-the-test'
const NOW = new Date('2026-11-24T07:27:00Z')
const grant: PreviewGrant = {
  kind: 'article',
  documentId: 'ng6v6sm97y5o24mjnb2udgho',
  status: 'draft',
  expires: NOW.getTime() + LINK_VALID_MS,
}
const link = signLink(grant, SECRET)
const at = (ms: number) => new Date(grant.expires + ms)

describe('a preview link', () => {
  it('allows what was signed, until it expires', () => {
    expect(readLink(link, SECRET, NOW)).toEqual(grant)
    expect(readLink(link, SECRET, at(-1))).toEqual(grant)
    expect(readLink(link, SECRET, at(0))).toBeNull()
  })

  it('allows nothing with another secret', () => {
    expect(readLink(link, `${SECRET}x`, NOW)).toBeNull()
  })

  it('allows nothing once any of its letters is another', () => {
    for (let place = 0; place < link.length; place += 1) {
      const other = link[place] === 'A' ? 'B' : 'A'
      const altered = link.slice(0, place) + other + link.slice(place + 1)
      expect(readLink(altered, SECRET, NOW), altered).toBeNull()
    }
  })

  it.each([
    '',
    '.',
    '..',
    'x',
    `${link}.x`,
    `${link}=`,
    `.${link}`,
    link.slice(0, -1),
  ])('“%s” allows nothing', (text) => {
    expect(readLink(text, SECRET, NOW)).toBeNull()
  })
})
