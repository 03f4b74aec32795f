/** What Markdown gets wrong in Chinese text beside emphasis. */
import { type MarkedExtension, Tokenizer } from 'marked'

export const CJK_CHARACTER =
  '[\\p{Script=Han}\\u00b7\\u2014\\u2018\\u2019\\u201c\\u201d\\u2026\\u3000-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]'

const SOFT_BREAK = new RegExp(`(?<=${CJK_CHARACTER})\\n(?=${CJK_CHARACTER})`, 'gu')
const FIRST_CJK = new RegExp(CJK_CHARACTER, 'u')

/** A line that goes on in Chinese continues without the space that browsers would put there. */
export const withoutSoftBreaks = (text: string): string => text.replace(SOFT_BREAK, '')

/** A bare address ends where Chinese begins: `见 https://example.cn。谢谢`. */
export const cjkAddresses: MarkedExtension = {
  tokenizer: {
    url(source) {
      const end = source.search(FIRST_CJK)
      return end === -1 ? false : Tokenizer.prototype.url.call(this, source.slice(0, end))
    },
  },
}
