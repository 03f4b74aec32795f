/** What a college decides where the regulations leave it to decide. */
import { z } from 'zod'
import { nationalTables } from './national-tables'
import { rateTableSchema } from './rate-table'
import { BASIS_POINTS_OF_ONE, roundings } from './rounding'

/** `yearly`: as it was in January (2017); `immediate`: from the month of the new pay (article 10). */
export const baseChangePolicies = ['yearly', 'immediate'] as const
export type BaseChangePolicy = (typeof baseChangePolicies)[number]

export const duesSettingsSchema = z.strictObject({
  tables: z.array(rateTableSchema).min(1),
  rounding: z.enum(roundings),
  baseChangePolicy: z.enum(baseChangePolicies),
  /** part of a pension that counts as its base, in basis points */
  retiredFactor: z.number().int().min(1).max(BASIS_POINTS_OF_ONE),
  /** dues of a month are late after this day of it; 31: after its last */
  dueDay: z.number().int().min(1).max(31),
})
export type DuesSettings = z.infer<typeof duesSettingsSchema>

export const defaultSettings: DuesSettings = {
  tables: [...nationalTables],
  rounding: 'half-up',
  baseChangePolicy: 'yearly',
  retiredFactor: BASIS_POINTS_OF_ONE,
  dueDay: 31,
}
