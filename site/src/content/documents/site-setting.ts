import { z } from 'zod'
import { base, documentId, instant, text } from './fields.ts'
import { file } from './media.ts'

export const siteSetting = z.object({
  ...base,
  siteName: z.string().min(1),
  collegeName: z.string().min(1),
  description: text,
  logo: file,
  sponsor: text,
  organizer: text,
  address: text,
  postcode: text,
  phone: text,
  icpNumber: text,
  policeNumber: text,
  siteIdCode: text,
  /** when the portal is grey for mourning; both or neither */
  greyFrom: instant.nullable().default(null),
  greyUntil: instant.nullable().default(null),
  greyScope: z.enum(['wholeSite', 'homePage']).nullable().default(null),
  /** lead stories of the home page, first one largest: articles */
  leads: z.array(documentId),
})
