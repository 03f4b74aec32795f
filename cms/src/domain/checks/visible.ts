/** What readers see of a text, and where each character of it stands in the stored one. */
export type Visible = {
  text: string
  /** for each UTF-16 unit of `text` where it begins in the source, and where it has ended */
  at: readonly number[]
  to: readonly number[]
}

/** Stands between blocks, so that no rule reads across them: a character for private use, which nobody types. */
export const BLOCK_END = '\ue000'

export class VisibleBuilder {
  private readonly parts: string[] = []
  private readonly at: number[] = []
  private readonly to: number[] = []

  /** `text` stands in the source as it is, from `start` on */
  add(text: string, start: number) {
    this.parts.push(text)
    for (let index = 0; index < text.length; index += 1) {
      this.at.push(start + index)
      this.to.push(start + index + 1)
    }
  }

  /** one character, written as several */
  addEscaped(character: string, start: number, length: number) {
    this.parts.push(character)
    this.at.push(start)
    this.to.push(start + length)
  }

  build(): Visible {
    return { text: this.parts.join(''), at: this.at, to: this.to }
  }
}

export function visibleOfPlain(source: string): Visible {
  const at = Array.from({ length: source.length }, (_, index) => index)
  return { text: source, at, to: at.map((index) => index + 1) }
}

/** The stretch of the source behind `text.slice(start, end)`; `end` must be greater than `start`. */
export function sourceSpan({ at, to }: Visible, start: number, end: number): [start: number, end: number] {
  return [at[start], to[end - 1]]
}
