import { z } from 'zod'
import { base, text } from './fields.ts'
import { file, files } from './media.ts'

export const contact = z.object({
  ...base,
  intro: text,
  address: text,
  postcode: text,
  phone: text,
  email: text,
  officeHours: text,
  offices: z.array(z.object({ name: z.string(), duty: text, place: text, phone: text, email: text })),
  map: file,
  /** longitude and latitude (GCJ-02), comma-separated */
  coordinates: text.default(null),
  body: text,
  bodyMedia: files,
})
