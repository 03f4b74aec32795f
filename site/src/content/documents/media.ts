/** A file of the media library as it comes with the document that shows it. */
import { z } from 'zod'

const pictureSource = z.object({
  url: z.string().min(1),
  mime: z.enum(['image/webp', 'image/avif', 'image/jpeg', 'image/png']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** bytes */
  size: z.number().int().positive(),
})

const media = z.object({
  url: z.string().min(1),
  name: z.string(),
  ext: z.string(),
  mime: z.string(),
  /** bytes */
  size: z.number().int().nonnegative(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  alternativeText: z.string().nullable(),
  caption: z.string().nullable(),
  /** smaller versions of a picture, named by content; empty for other files and until they are made */
  sources: z.array(pictureSource).default([]),
  /** the point of a picture that every crop keeps, in percent of width and height; null: the middle */
  focalPoint: z
    .object({ x: z.number().min(0).max(100), y: z.number().min(0).max(100) })
    .nullable()
    .default(null),
})
export type Media = z.infer<typeof media>

export const file = media.nullable()
export const files = z.array(media)
