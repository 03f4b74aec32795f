/** How often pages were read, as the portal's server tells it: a day in Beijing, an address, a number. */
import { z } from 'zod'

const MOST_READINGS = 500
const LONGEST_ADDRESS = 300
const MOST_AT_ONCE = 1_000_000

export const addressSchema = z
  .string()
  .max(LONGEST_ADDRESS)
  .regex(/^\/(?:.*\/)?$/)

export const readingsReportSchema = z.strictObject({
  /** of the report: told twice it counts once */
  id: z.uuid(),
  readings: z
    .array(
      z.strictObject({
        day: z.iso.date(),
        address: addressSchema,
        count: z.number().int().min(1).max(MOST_AT_ONCE),
      }),
    )
    .max(MOST_READINGS),
})
export type ReadingsReport = z.infer<typeof readingsReportSchema>
