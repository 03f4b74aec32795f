/** RSA2 signatures of Alipay's gateway, written from its documentation with node:crypto alone, not with the SDK under test. */
import { createSign, createVerify, type KeyObject } from 'node:crypto'

type Fields = Record<string, string>

const sorted = (fields: Fields, without: readonly string[]) =>
  Object.keys(fields)
    .filter((name) => !without.includes(name))
    .toSorted()
    .map((name) => `${name}=${fields[name]}`)
    .join('&')

export const signText = (text: string, key: KeyObject, algorithm = 'RSA-SHA256'): string =>
  createSign(algorithm).update(text, 'utf8').sign(key, 'base64')

/** Requests are signed with `sign_type` among the fields, notices without. */
export const isRequestSigned = ({ sign = '', ...fields }: Fields, key: KeyObject): boolean =>
  createVerify('RSA-SHA256').update(sorted(fields, []), 'utf8').verify(key, sign, 'base64')

export function signNotice(fields: Fields, key: KeyObject, algorithm?: string): Fields {
  return { ...fields, sign: signText(sorted(fields, ['sign_type']), key, algorithm) }
}
