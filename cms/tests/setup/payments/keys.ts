/** Keys that exist for one run of the tests: nothing secret lies in the repository. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto'

export type Pair = { privateKey: KeyObject; publicKey: KeyObject }

export const makePair = (modulusLength = 2048): Pair => generateKeyPairSync('rsa', { modulusLength })

export const privatePem = ({ privateKey }: Pair, type: 'pkcs1' | 'pkcs8' = 'pkcs8'): string =>
  privateKey.export({ type, format: 'pem' }) as string
export const publicPem = ({ publicKey }: Pair): string => publicKey.export({ type: 'spki', format: 'pem' }) as string

/** As Alipay's key tool writes keys: without a frame, on one line. */
export const bare = (pem: string): string =>
  pem
    .split('\n')
    .filter((line) => !line.startsWith('-----'))
    .join('')
