/** What the operator's command ends with, and the sentence that says why. */

export const EXIT = { ok: 0, failed: 1, wrongUse: 2, damaged: 3 } as const

/** An expected refusal: one Chinese sentence and a stable code for machines. */
export class OperatorProblem extends Error {
  readonly code: string
  readonly exitCode: number

  constructor(code: string, sentence: string, exitCode: number = EXIT.failed) {
    super(sentence)
    this.code = code
    this.exitCode = exitCode
  }
}
