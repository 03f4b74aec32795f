/** How long a text takes to read, from the characters and words that are read. */

/** Silent reading of Chinese, and of a Latin script, by an adult in no hurry. */
const HAN_PER_MINUTE = 400
const WORDS_PER_MINUTE = 200

/** addresses of links and pictures, and tags: what stands in the Markdown and is not read */
const UNREAD = /\]\([^)\s]*|<[^>]*>|https?:\/\/\S+/g
const HAN = /\p{Script=Han}/gu
const LATIN_WORD = /[\p{Script=Latin}\p{Nd}]+(?:['’.-][\p{Script=Latin}\p{Nd}]+)*/gu

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Whole minutes, rounded up; 0 where there is nothing to read. */
export const minutesToRead = (markdown: string): number => {
  const read = markdown.replaceAll(UNREAD, ' ')
  return Math.ceil(count(read, HAN) / HAN_PER_MINUTE + count(read, LATIN_WORD) / WORDS_PER_MINUTE)
}
