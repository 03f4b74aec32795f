/** Bytes to text. Nothing is guessed: what is not UTF-8 is refused, so that no mojibake reaches the portal. */

export type Decoded = { ok: true; text: string } | { ok: false; problem: 'empty' | 'not-utf8' | 'not-text' }

export function decodeText(bytes: Uint8Array): Decoded {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return { ok: false, problem: 'not-utf8' }
    throw error
  }
  if (text.includes('\0')) return { ok: false, problem: 'not-text' }
  if (text.replace(/[\s\u200b\u2060\ufeff]/g, '') === '') return { ok: false, problem: 'empty' }
  return { ok: true, text }
}
