/** Something that stops us: one sentence for people, and the lines that show it. */
export class Problem extends Error {
  readonly lines: readonly string[]

  constructor(sentence: string, options: { lines?: readonly string[]; cause?: unknown } = {}) {
    super(sentence, { cause: options.cause })
    this.lines = options.lines ?? []
  }
}
