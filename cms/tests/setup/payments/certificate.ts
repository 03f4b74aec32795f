/** A self-signed certificate: Node reads X.509 but writes none, and a test must not wait for a program that may not be there. */
import { createSign } from 'node:crypto'
import type { Pair } from './keys.ts'

function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const bits = (bytes: Buffer) => der(0x03, Buffer.from([0]), bytes)
const hex = (text: string) => Buffer.from(text, 'hex')

/** sha256WithRSAEncryption */
const ALGORITHM = sequence(hex('06092a864886f70d01010b'), hex('0500'))
const COMMON_NAME = hex('0603550403')
const nameOf = (text: string) => sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text)))))
const generalizedTime = (date: Date) =>
  der(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z`))

/** @param serial even number of hexadecimal digits, the first below 8 */
export function certificateOf({ privateKey, publicKey }: Pair, serial: string, validTo: Date): string {
  const name = nameOf('Tenpay.com Root CA')
  const body = sequence(
    der(0xa0, hex('020102')),
    der(0x02, hex(serial)),
    ALGORITHM,
    name,
    sequence(generalizedTime(new Date('2020-01-01T00:00:00Z')), generalizedTime(validTo)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('RSA-SHA256').update(body).sign(privateKey)
  const base64 = sequence(body, ALGORITHM, bits(signature)).toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
