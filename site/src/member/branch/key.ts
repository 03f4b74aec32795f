const KEY_BYTES = 16

/** Of one payment that somebody means to write down: sent twice, it is one payment. Works on pages without https, unlike randomUUID. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')
