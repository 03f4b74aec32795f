import { describe, expect, it } from 'vitest'
import { noteSchema, reportedWords, reportSchema } from './report'

const good = { page: '/news/a/', problem: '错字', quote: '', contact: '' }
const isTaken = (changes: object) => reportSchema.safeParse({ ...good, ...changes }).success

describe('a report', () => {
  it.each([
    ['as it should be', {}, true],
    ['of the home page', { page: '/' }, true],
    ['as long as may be, whatever the characters', { problem: '𠮷'.repeat(1000), quote: '党'.repeat(500) }, true],
    ['of no page', { page: 'news' }, false],
    ['of a file', { page: '/rss.xml' }, false],
    ['that says nothing', { problem: '' }, false],
    ['that is too long', { problem: '党'.repeat(1001) }, false],
    ['that quotes too much', { quote: '党'.repeat(501) }, false],
    ['with too long a contact', { contact: '1'.repeat(101) }, false],
    ['with more than is asked', { ip: '203.0.113.9' }, false],
    ['that is no text', { problem: ['x'] }, false],
  ])('%s', (_what, changes, expected) => {
    expect(isTaken(changes)).toBe(expected)
  })
})

it('a note may be missing, and is 500 characters at most', () => {
  expect(noteSchema.parse({})).toEqual({ note: '' })
  expect(noteSchema.safeParse({ note: '党'.repeat(501) }).success).toBe(false)
})

it('a notice shows the beginning of what is wrong', () => {
  expect(reportedWords('课', '错\n字').text).toContain('“错 字”')
  expect(reportedWords('课', '错'.repeat(121)).text).toContain(`“${'错'.repeat(120)}……”`)
})
