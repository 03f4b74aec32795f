/** What a browser sends about itself, as it may be. */
import { createECDH } from 'node:crypto'
import { z } from 'zod'
import { CHOICE } from '../../push/choices.ts'

const MAX_ENDPOINT_CHARACTERS = 1024
const MOST_CHOICES = 80

/** a point on the curve that messages are encrypted with, uncompressed */
function isPoint(text: string): boolean {
  const curve = createECDH('prime256v1')
  curve.generateKeys()
  try {
    return curve.computeSecret(Buffer.from(text, 'base64url')).length > 0
  } catch {
    return false
  }
}

const endpoint = z.url().max(MAX_ENDPOINT_CHARACTERS)
const subscription = z.object({
  endpoint,
  keys: z.object({
    p256dh: z
      .string()
      .regex(/^[\w-]{87}=?$/)
      .refine(isPoint),
    auth: z.string().regex(/^[\w-]{22}={0,2}$/),
  }),
})

export const subscribeSchema = z.union([
  z.object({ subscription, choices: z.array(z.string().regex(CHOICE)).max(MOST_CHOICES) }),
  /** the push service gave the device another address */
  z.object({ subscription, replaces: endpoint }),
])
export const deviceSchema = z.object({ endpoint })
