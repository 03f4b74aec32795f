/** Keys as operators have them: texts, bare base64 without a frame, or files. What is wrong is said with the setting's name. */
import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { PaymentSetting } from './shape'

export class PaymentSettingError extends Error {
  constructor(setting: PaymentSetting | 'SITE_URL', why: string, options?: ErrorOptions) {
    super(`Setting ${setting} is wrong: ${why}`, options)
  }
}

const MIN_MODULUS_BITS = 2048
const MAX_FILE_BYTES = 64 * 1024
const BARE = /^[A-Za-z0-9+/=\s]{200,}$/

type Frame = 'PRIVATE KEY' | 'RSA PRIVATE KEY' | 'PUBLIC KEY'
const framed = (bare: string, frame: Frame) =>
  `-----BEGIN ${frame}-----\n${bare.replace(/\s/g, '')}\n-----END ${frame}-----\n`

/** A value of `.env` is one line: line feeds in it are written `\n`. */
export function readText(setting: PaymentSetting, value: string, dataDir: string): string {
  const text = value.replaceAll('\\n', '\n').trim()
  if (text.includes('-----BEGIN ') || BARE.test(text)) return text
  const file = path.resolve(dataDir, text)
  try {
    if (fs.statSync(file).size > MAX_FILE_BYTES) throw new Error('it is too large for a key')
    return fs.readFileSync(file, 'utf8').trim()
  } catch (cause) {
    throw new PaymentSettingError(setting, `neither a key nor a file that can be read: ${(cause as Error).message}`, {
      cause,
    })
  }
}

function checkRsa(setting: PaymentSetting, key: KeyObject): KeyObject {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (key.asymmetricKeyType === 'rsa' && bits >= MIN_MODULUS_BITS) return key
  throw new PaymentSettingError(setting, `must be an RSA key of at least ${MIN_MODULUS_BITS} bits`)
}

/** The first of several spellings that can be read. */
function firstThat<T>(read: (spelling: string) => T, spellings: string[]): T {
  const [spelling, ...others] = spellings
  try {
    return read(spelling)
  } catch (error) {
    if (others.length === 0) throw error
    return firstThat(read, others)
  }
}

function parse(setting: PaymentSetting, what: string, read: () => KeyObject): KeyObject {
  let key: KeyObject
  try {
    key = read()
  } catch (cause) {
    // what OpenSSL says could quote nothing of the key, and helps nobody
    throw new PaymentSettingError(setting, `must be ${what}`, { cause })
  }
  return checkRsa(setting, key)
}

export function readPrivateKey(setting: PaymentSetting, value: string, dataDir: string): KeyObject {
  const text = readText(setting, value, dataDir)
  const spellings = BARE.test(text) ? [framed(text, 'PRIVATE KEY'), framed(text, 'RSA PRIVATE KEY')] : [text]
  return parse(setting, 'a private key (PEM)', () => firstThat(createPrivateKey, spellings))
}

export function readPublicKey(setting: PaymentSetting, value: string, dataDir: string): KeyObject {
  const text = readText(setting, value, dataDir)
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
    throw new PaymentSettingError(setting, 'must be the public key of the provider, this is a private one')
  }
  return parse(setting, 'a public key (PEM)', () =>
    createPublicKey(BARE.test(text) ? framed(text, 'PUBLIC KEY') : text),
  )
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g

/** WeChat Pay's platform certificates, one after the other: while one follows another, both are in use. Serial number → key. */
export function readCertificates(
  setting: PaymentSetting,
  value: string,
  dataDir: string,
  now: Date,
): Record<string, KeyObject> {
  const pems = readText(setting, value, dataDir).match(CERTIFICATE) ?? []
  if (pems.length === 0) throw new PaymentSettingError(setting, 'must be one or several certificates (PEM)')
  const certificates = pems.map((pem) => {
    try {
      return new X509Certificate(pem)
    } catch (cause) {
      throw new PaymentSettingError(setting, 'has a certificate that cannot be read', { cause })
    }
  })
  const valid = certificates.filter(({ validToDate }) => validToDate > now)
  if (valid.length === 0) {
    throw new PaymentSettingError(setting, `expired on ${certificates.map(({ validTo }) => validTo).join(' and ')}`)
  }
  return Object.fromEntries(valid.map((one) => [one.serialNumber, checkRsa(setting, one.publicKey)]))
}
