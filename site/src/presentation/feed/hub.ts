import { z } from 'zod'

const schema = z
  .url({ protocol: /^https?$/, error: 'WEBSUB_HUB must be the address of a WebSub hub' })
  .nullable()
  .default(null)

/** The WebSub hub that the operator has chosen (WEBSUB_HUB); null: none. */
export const websubHub = (): string | null => schema.parse(process.env.WEBSUB_HUB || undefined)
