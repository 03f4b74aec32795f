/**
 * CommonMark does not close `**重要。**后`: full-width punctuation counts as punctuation there, and Chinese
 * puts no space after it. As in the CommonMark amendment for Chinese, Japanese and Korean, CJK punctuation
 * counts as a letter here, and a CJK letter beside a mark does what a space does elsewhere.
 * It replaces rules inside marked, so marked stays pinned and emphasis.test.ts holds them.
 */
import type { MarkedExtension, Rules, Tokenizer } from 'marked'

const CJK_PUNCTUATION =
  '[\\u00b7\\u2012-\\u201f\\u2026\\u3000-\\u303f\\uff01-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]'
const CJK = `(?:[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}]|${CJK_PUNCTUATION})`

const PUNCTUATION = `(?:(?![~]|${CJK_PUNCTUATION})[\\p{P}\\p{S}])`
const SPACE_OR_PUNCTUATION = `(?:\\s|${PUNCTUATION})`
const LETTER = `(?:[^\\s\\p{P}\\p{S}]|[~]|${CJK_PUNCTUATION})`

/** Where a run of `mark` may close; the six groups mean to marked: closes (1, 2), opens (3, 4), both (5, 6). */
const closing = (before: string, mark: string, run: string): RegExp => {
  const punctuation = `(?!${mark})${PUNCTUATION}`
  return new RegExp(
    [
      `${before}[^${mark}]+(?=[^${mark}])`,
      `${punctuation}(${run})(?=\\s|$)`,
      `${LETTER}(${run})(?!${mark})(?=${SPACE_OR_PUNCTUATION}|$)`,
      `(?:\\s|${punctuation}(?!${mark}+${CJK}))(${run})(?=${LETTER})`,
      `\\s(${run})(?!${mark})(?=${PUNCTUATION})`,
      `${punctuation}(${run})(?!${mark})(?=${PUNCTUATION}|${CJK})`,
      `${LETTER}(${run})(?=${LETTER})`,
    ].join('|'),
    'gu',
  )
}

const replacements = {
  emStrongLDelim: new RegExp(
    `^(?:\\*+(?:(${PUNCTUATION}(?<!\\*))|([^\\s*]))?)|^_+(?:(${PUNCTUATION}(?<!_))|([^\\s_]))?`,
    'u',
  ),
  emStrongRDelimAst: closing('^[^_*]*?__[^_*]*?\\*[^_*]*?(?=__)|', '\\*', '\\*+'),
  delLDelim: new RegExp(`^~~?(?:(${PUNCTUATION})|[^\\s~])`, 'u'),
  delRDelim: closing('', '~', '~~?'),
  // marked asks this of the character before an opening run.
  punctuation: new RegExp(`^((?![*_])(?:[\\s\\p{P}\\p{S}]|${CJK}))`, 'u'),
} as const satisfies Partial<Rules['inline']>

const patched = new WeakMap<Rules, Rules>()

/** marked hands every lexer its shared rules; this one gets its own copy at the first mark. */
const patch = (tokenizer: Tokenizer): false => {
  const rules = tokenizer.rules
  if (!Object.values(replacements).includes(rules.inline.emStrongLDelim)) {
    const copy = patched.get(rules) ?? { ...rules, inline: { ...rules.inline, ...replacements } }
    patched.set(rules, copy)
    tokenizer.rules = copy
  }
  return false
}

export const cjkEmphasis: MarkedExtension = {
  tokenizer: {
    emStrong() {
      return patch(this)
    },
    del() {
      return patch(this)
    },
  },
}
