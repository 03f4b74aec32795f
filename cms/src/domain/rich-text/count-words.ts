/** Counts as word processors in China do: each Chinese character is one, and so is each word or number in other letters. */
const CHARACTER =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u303f\uff01-\uff60\u2014\u2018-\u201d\u2026]/gu

export function countWords(text: string): number {
  const chinese = text.match(CHARACTER)?.length ?? 0
  const others = text.replace(CHARACTER, ' ').match(/\S+/g)?.length ?? 0
  return chinese + others
}
