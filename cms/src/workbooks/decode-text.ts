/** Text as Excel, WPS and everybody else save it: UTF-8, GB 18030, and “Unicode text”, which is UTF-16. */
const UTF_16 = Buffer.from([0xff, 0xfe])

/** @returns null for what is no text */
export function decodeText(bytes: Buffer): string | null {
  if (bytes.subarray(0, UTF_16.length).equals(UTF_16)) return bytes.toString('utf16le').slice(1)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\u0000') ? null : text
    } catch {
      // the next one
    }
  }
  return null
}
