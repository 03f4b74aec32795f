/** What the server refuses comes as a list of problems, each with the field it is about; anything else as one sentence. */
import type { Problem } from './answers'

type Refusal = { response?: { data?: { error?: { message?: string; details?: { problems?: Problem[] } } } } }

export function problemsIn(error: unknown, fallback: string): Problem[] {
  const refusal = (error as Refusal).response?.data?.error
  if (refusal?.details?.problems) return refusal.details.problems
  return [{ code: 'UNKNOWN', field: null, message: refusal?.message || fallback }]
}

export const sentencesOf = (problems: Problem[]): string =>
  [...new Set(problems.map(({ message }) => message))].join('')
