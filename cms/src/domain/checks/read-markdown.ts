/** An editor's Markdown as the checks see it. Read by the parser that the portal uses, so that both see the same. */
import { Lexer, type Token, type Tokens } from 'marked'
import { BLOCK_END, type Visible, VisibleBuilder, visibleOfPlain } from './visible'

export type Heading = { level: 2 | 3 | 4; text: string; start: number; end: number }
export type Picture = { url: string; alternativeText: string; start: number; end: number }
export type Link = { url: string; start: number; end: number }
export type ReadMarkdown = { visible: Visible; headings: Heading[]; pictures: Picture[]; links: Link[] }

const MOST_CHARACTERS = 1_000_000
/** marked is quadratic in the length of a paragraph: the portal, too, reads a longer one as bare text */
const MOST_CHARACTERS_OF_PARAGRAPH = 20_000

class BoundedLexer extends Lexer {
  override inlineTokens(source: string, tokens: Token[] = []): Token[] {
    if (source.length <= MOST_CHARACTERS_OF_PARAGRAPH) return super.inlineTokens(source, tokens)
    tokens.push({ type: 'text', raw: source, text: source, escaped: false })
    return tokens
  }
}

const MARKER = /^\s*(?:[*+-]|\d{1,9}[.)])[ \t]*(?:\[[ xX]\][ \t]+)?/
const TAGS_AND_TEXT = /<[^>]*>|[^<]+|</g

/**
 * marked gives no positions, and takes indents and `>` away from what stands inside lists and quotes. So each line of a
 * leaf is looked for in the source from where the last one ended: everything comes in the order of the source.
 */
class Reader {
  private readonly source: string
  private readonly visible = new VisibleBuilder()
  private readonly result: Omit<ReadMarkdown, 'visible'> = { headings: [], pictures: [], links: [] }
  private cursor = 0

  constructor(source: string) {
    this.source = source
  }

  read(tokens: readonly Token[]): ReadMarkdown {
    this.all(tokens)
    return { ...this.result, visible: this.visible.build() }
  }

  private all(tokens: readonly Token[]) {
    for (const token of tokens) this.one(token)
  }

  private one(token: Token) {
    switch (token.type) {
      case 'heading':
        return this.heading(token as Tokens.Heading)
      case 'list':
        return this.list(token as Tokens.List)
      case 'table':
        return this.table(token as Tokens.Table)
      case 'image':
        return this.picture(token as Tokens.Image)
      case 'link':
        return this.link(token as Tokens.Link)
      case 'html':
        return this.html(token.raw)
      case 'def':
        // the definition of a footnote looks like that of an address
        if ((token as Tokens.Def).tag.startsWith('^')) this.block(token.raw.replace(/^\s*\[[^\]]*\]:/, ''))
        return
      case 'code':
      case 'codespan':
        return this.lines((token as Tokens.Code).text)
      case 'escape':
        return this.escaped(token as Tokens.Escape)
      case 'space':
      case 'hr':
      case 'br':
        return this.visible.add(BLOCK_END, this.cursor)
    }
    const inner = (token as { tokens?: Token[] }).tokens
    if (inner) this.all(inner)
    else this.lines(token.raw)
    if (['paragraph', 'blockquote', 'text'].includes(token.type) && inner) this.visible.add(BLOCK_END, this.cursor)
  }

  private block(text: string) {
    this.lines(text)
    this.visible.add(BLOCK_END, this.cursor)
  }

  private lines(text: string) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) this.visible.add('\n', this.cursor)
      const sought = line.trim()
      if (sought === '') {
        if (line !== '') this.visible.add(' ', this.cursor)
        continue
      }
      const found = this.source.indexOf(sought, this.cursor)
      if (found < 0) continue
      if (line.startsWith(' ')) this.visible.add(' ', found)
      this.visible.add(sought, found)
      this.cursor = found + sought.length
      if (line.endsWith(' ')) this.visible.add(' ', this.cursor - 1)
    }
  }

  private escaped({ raw, text }: Tokens.Escape) {
    const found = this.source.indexOf(raw, this.cursor)
    if (found < 0) return
    this.visible.addEscaped(text, found, raw.length)
    this.cursor = found + raw.length
  }

  /** Where the token begins and ends, when it stands in the source in one piece. */
  private span(raw: string): [start: number, end: number] {
    const sought = raw.trim()
    const found = this.source.indexOf(sought, this.cursor)
    return found < 0 ? [this.cursor, this.cursor] : [found, found + sought.length]
  }

  private heading({ depth, raw, text, tokens }: Tokens.Heading) {
    const [start, end] = this.span(raw)
    const level = depth <= 2 ? 2 : depth === 3 ? 3 : 4
    this.result.headings.push({ level, text: text.trim(), start, end })
    this.cursor = start + (/^#+\s*/.exec(this.source.slice(start, end))?.[0].length ?? 0)
    this.all(tokens)
    this.cursor = Math.max(this.cursor, end)
    this.visible.add(BLOCK_END, this.cursor)
  }

  private list({ items }: Tokens.List) {
    for (const item of items) {
      const [marker] = MARKER.exec(item.raw) ?? ['']
      const found = marker.trim() === '' ? -1 : this.source.indexOf(marker.trim(), this.cursor)
      if (found >= 0) this.cursor = found + marker.trim().length
      this.all(item.tokens)
      this.visible.add(BLOCK_END, this.cursor)
    }
  }

  private table({ header, rows }: Tokens.Table) {
    for (const cell of [...header, ...rows.flat()]) {
      this.all(cell.tokens)
      this.visible.add(BLOCK_END, this.cursor)
    }
  }

  private picture({ raw, href, text }: Tokens.Image) {
    const [start, end] = this.span(raw)
    this.result.pictures.push({ url: href, alternativeText: text.trim(), start, end })
    this.visible.add(BLOCK_END, start)
    this.cursor = start
    this.lines(text)
    this.visible.add(BLOCK_END, this.cursor)
    this.cursor = Math.max(this.cursor, end)
  }

  private link({ raw, href, tokens }: Tokens.Link) {
    const [start, end] = this.span(raw)
    this.result.links.push({ url: href, start, end })
    this.cursor = start
    this.all(tokens)
    this.cursor = Math.max(this.cursor, end)
  }

  private html(raw: string) {
    for (const [piece] of raw.matchAll(TAGS_AND_TEXT)) {
      if (!piece.startsWith('<')) this.lines(piece)
      else this.cursor = this.span(piece)[1]
    }
  }
}

export function readMarkdown(source: string): ReadMarkdown {
  const bare = { visible: visibleOfPlain(source), headings: [], pictures: [], links: [] }
  if (source.length > MOST_CHARACTERS) return bare
  try {
    return new Reader(source).read(new BoundedLexer({ gfm: true }).lex(source))
  } catch (error) {
    // nested deeper than the parser can follow: the words are still there to be checked
    if (error instanceof RangeError) return bare
    throw error
  }
}
