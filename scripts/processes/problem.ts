/** Something that stops us: one sentence for people, and the lines that show it. */
export class Problem extends Error {
  readonly lines: readonly string[]

  constructor(sentence: string, options: { lines?: readonly string[]; cause?: unknown } = {}) {
    super(sentence, { cause: options.cause })
    this.lines = options.lines ?? []
  }
}

/** One sentence on standard error, then the lines; of what nobody expected, all that is known. */
export function printProblem(error: unknown) {
  const details = error instanceof Error ? error.stack : String(error)
  const problem = error instanceof Problem ? error : new Problem(`没有料到的错误：${details}`)
  process.stderr.write(`✗ ${problem.message}\n${problem.lines.map((line) => `  ${line}\n`).join('')}`)
}
