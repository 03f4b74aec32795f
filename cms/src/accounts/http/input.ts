/** What the account routes take; everything else is refused before anything is looked up. */
import { z } from 'zod'
import { memberNumber } from '../../domain/accounts/member-number'
import { consentKinds } from '../../domain/accounts/texts'

/** The rules say what is wrong with a new one; here it only must not be a file. */
const password = z.string().min(1).max(1000)
const code = z.string().min(1).max(60)
const ticket = z.string().regex(/^[\w-]{43}$/)
const isKept = z.boolean().default(false)
const consents = z
  .array(z.strictObject({ kind: z.enum(consentKinds), version: z.string().max(20) }))
  .max(consentKinds.length)
  .default([])

export const activation = z.union([
  z.strictObject({ number: memberNumber, code, password, consents, isKept }),
  z.strictObject({ ticket, consents, isKept }),
])
export const login = z.strictObject({ number: memberNumber, password, isKept })
export const secondFactor = z.strictObject({ ticket, code })
export const reset = z.strictObject({ number: memberNumber, code, password, isKept })
export const mail = z.strictObject({ number: memberNumber })
export const passwordChange = z.strictObject({ present: password, next: password })
export const shownCode = z.strictObject({ code })
export const setUp = z.strictObject({ password: z.string().max(1000).default('') })
export const nothing = z.strictObject({})
