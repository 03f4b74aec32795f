import { describe, expect, it } from 'vitest'
import { setAsLetter } from './letter.ts'

const middle = '<p>现将有关事项通知如下。</p>\n'

describe('an official letter', () => {
  it('has whom it addresses at the margin', () => {
    expect(setAsLetter(`<p>各党总支、直属党支部：</p>\n${middle}`)).toBe(
      `<p class="addressee">各党总支、直属党支部：</p>\n${middle}`,
    )
    expect(setAsLetter(`<p>（根据录音整理）</p>\n<p>同志们：</p>\n${middle}`)).toBe(
      `<p>（根据录音整理）</p>\n<p class="addressee">同志们：</p>\n${middle}`,
    )
  })

  it('has who signs, and the day, at the right', () => {
    expect(setAsLetter(`${middle}<p>党委组织部</p>\n<p>2026年6月8日</p>\n`)).toBe(
      `${middle}<p class="closing">党委组织部</p>\n<p class="closing">2026年6月8日</p>\n`,
    )
    expect(setAsLetter(`${middle}<p>甲委员会</p>\n<p>乙委员会</p>\n<p>二〇二六年六月八日</p>`)).toBe(
      `${middle}<p class="closing">甲委员会</p>\n<p class="closing">乙委员会</p>\n<p class="closing">二〇二六年六月八日</p>`,
    )
    expect(setAsLetter(`${middle}<p>2026年11月20日</p>`)).toBe(`${middle}<p class="closing">2026年11月20日</p>`)
  })

  it.each([
    '<p>会议指出：要把支部建在工地上。</p>',
    '<p>他说：</p><p>好。</p><p>2026年6月8日召开。</p>',
    `${middle}<p>2026年6月8日</p>\n<p>还有一句。</p>`,
    '',
  ])('is not seen in %o where nobody signs', (html) => {
    expect(setAsLetter(html)).not.toContain('closing')
  })

  it('leaves a long first sentence alone', () => {
    const html = `<p>${'字'.repeat(61)}：</p>`
    expect(setAsLetter(html)).toBe(html)
  })
})
