/** The key ring of this process: it is made of the environment at the first use, and never stands in the database. */
import type { Core } from '@strapi/types'
import { readEnvironment } from '../environment'
import { createKeyRing, type KeyRing } from './key-ring'

const RING = 'sealing.ring'

export function sealingRing(strapi: Core.Strapi): KeyRing {
  if (!strapi.has(RING)) {
    const { SEALING_KEY, SEALING_KEYS_FORMER } = readEnvironment()
    strapi.add(RING, createKeyRing(SEALING_KEY, SEALING_KEYS_FORMER))
  }
  return strapi.get(RING) as KeyRing
}
