/** Browsers break off speech that lasts too long, and stop only between two utterances: a text is spoken sentence by sentence. */
const MAX_CHARACTERS = 90
const SENTENCE = /[^。！？；!?;]+[。！？；!?;]*[”’」』）》]*/g
const CLAUSE = /[^，、：,:]+[，、：,:]*/g

function clausesOf(sentence: string): string[] {
  const clauses: string[] = []
  for (const clause of sentence.match(CLAUSE) ?? [])
    if (clauses.length > 0 && `${clauses.at(-1)}${clause}`.length <= MAX_CHARACTERS)
      clauses[clauses.length - 1] += clause
    else clauses.push(clause)
  return clauses
}

export const sentencesOf = (text: string): string[] =>
  (text.replace(/\s+/g, ' ').match(SENTENCE) ?? [])
    .flatMap((sentence) => (sentence.length > MAX_CHARACTERS ? clausesOf(sentence) : [sentence]))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService'>

/** Mandatory is Chinese; best is Mandarin of the mainland that needs no network. */
export function chineseVoice<V extends Voice>(voices: readonly V[]): V | null {
  const rank = ({ lang, localService }: V) => {
    if (!/^(?:zh|cmn)\b|^zh_/i.test(lang)) return 0
    const mainland = /hans|[-_]cn\b|^zh$/i.test(lang) ? 4 : 0
    const cantonese = /[-_]hk\b|yue/i.test(lang) ? -1 : 0
    return 2 + mainland + cantonese + (localService ? 0.5 : 0)
  }
  const [best] = [...voices].sort((a, b) => rank(b) - rank(a))
  return best && rank(best) > 0 ? best : null
}
