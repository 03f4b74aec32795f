/** The sentence under the state of a document. */
import { publication as texts } from '../texts/publication'
import type { DocumentStatus } from './answers'
import { durationWords, instantWords } from './words'

type Change = NonNullable<DocumentStatus['change']>

function doneWords(change: Change | null, now: string, words: (instant: string, duration: string | null) => string) {
  if (!change?.liveAt) return ''
  const duration = change.ms === null ? null : durationWords(change.ms)
  return words(instantWords(new Date(change.liveAt), new Date(now)), duration)
}

export function statusLine({ state, change, failures, problem, engineIsAway, now }: DocumentStatus): string {
  switch (state) {
    case 'unpublished':
      return texts.neverPublished
    case 'goingLive':
      if (!engineIsAway) return ''
      return change?.event === 'published' ? texts.awayWhileNew : texts.awayWhileOld
    case 'goingOffline':
      return engineIsAway ? texts.awayWhileOld : ''
    case 'live':
      return doneWords(change, now, texts.done)
    case 'offline':
      return doneWords(change, now, texts.takenDown)
    case 'paused':
    case 'failed':
      return problem ? texts.problems[problem.code] : texts.failedPages(failures.length)
    default:
      return state satisfies never
  }
}
