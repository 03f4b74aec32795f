/** Keeps a text that nobody wrote for reading from holding up the publisher: marked is quadratic in the length of a paragraph. */
import { Lexer, type MarkedExtension, type MarkedOptions, type Token } from 'marked'

export const MOST_CHARACTERS = 1_000_000
const MOST_CHARACTERS_OF_PARAGRAPH = 20_000

class BoundedLexer extends Lexer {
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (source.length <= MOST_CHARACTERS_OF_PARAGRAPH) return super.inlineTokens(source, tokens)
    tokens.push({ type: 'text', raw: source, text: source, escaped: false })
    return tokens
  }
}

/** Longer paragraphs keep their words and lose their marks. */
export const boundedParagraphs: MarkedExtension = {
  hooks: {
    provideLexer() {
      return (source, options) => new BoundedLexer(options as MarkedOptions | undefined).lex(source)
    },
  },
}
