/** A text in lines that fit: no line begins with a full stop, no number is torn, and what is longer than a line is cut between letters. */
import LineBreaker from 'linebreak'

type Measure = (text: string) => number

/** A cell that needs more is somebody's joke; the workbook has all of it. */
export const MAX_LINES = 12

const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function* unbreakable(text: string): Generator<string> {
  const breaker = new LineBreaker(text)
  let from = 0
  for (let found = breaker.nextBreak(); found; found = breaker.nextBreak()) {
    yield text.slice(from, found.position)
    from = found.position
  }
}

function* pieces(text: string, width: number, measure: Measure): Generator<string> {
  for (const piece of unbreakable(text)) {
    if (measure(piece.trimEnd()) <= width) yield piece
    else for (const { segment } of graphemes.segment(piece)) yield segment
  }
}

function shorten(lines: string[]): string[] {
  return lines.length <= MAX_LINES ? lines : [...lines.slice(0, MAX_LINES - 1), '……']
}

export function breakLines(text: string, width: number, measure: Measure): string[] {
  if (measure(text) <= width) return [text]
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text, width, measure)) {
    if (line === '' || measure((line + piece).trimEnd()) <= width) line += piece
    else {
      lines.push(line.trimEnd())
      if (lines.length > MAX_LINES) return shorten(lines)
      line = piece
    }
  }
  return shorten([...lines, line.trimEnd()])
}
